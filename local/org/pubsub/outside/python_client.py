"""A client of another language on the local org: grpcio and fastavro, generated from the vendor's proto file.

Arguments: the proto file, the endpoint, the organization id, how many events to read. Prints each event as a line of JSON,
then publishes one.
"""
import io
import json
import os
import sys
import tempfile

import fastavro
import grpc
from grpc_tools import protoc

proto, endpoint, organization_id, count = sys.argv[1:5]
made = tempfile.mkdtemp()
folder, name = os.path.split(proto)
protoc.main(["", f"-I{folder}", f"--python_out={made}", f"--grpc_python_out={made}", name])
sys.path.insert(0, made)
import pubsub_api_pb2 as messages  # noqa: E402
import pubsub_api_pb2_grpc as service  # noqa: E402

TOPIC = "/event/Outbound__e"
login = (
    ("accesstoken", "good"),
    ("instanceurl", "https://local.my.salesforce.com"),
    ("tenantid", organization_id),
)
with grpc.insecure_channel(endpoint) as channel:
    stub = service.PubSubStub(channel)
    schemas = {}

    def schema_of(schema_id):
        if schema_id not in schemas:
            answer = stub.GetSchema(messages.SchemaRequest(schema_id=schema_id), metadata=login)
            schemas[schema_id] = fastavro.parse_schema(json.loads(answer.schema_json))
        return schemas[schema_id]

    request = messages.FetchRequest(topic_name=TOPIC, replay_preset=messages.EARLIEST, num_requested=int(count))
    stream = stub.Subscribe(iter([request]), metadata=login)
    read = 0
    for response in stream:
        for received in response.events:
            event = received.event
            record = fastavro.schemaless_reader(io.BytesIO(event.payload), schema_of(event.schema_id), None)
            print(json.dumps({"id": event.id, "text": record["Payload__c"]}))
            read += 1
        if read == int(count):
            break
    stream.cancel()
    topic = stub.GetTopic(messages.TopicRequest(topic_name=TOPIC), metadata=login)
    payload = io.BytesIO()
    said = {"CreatedDate": 1, "CreatedById": "005000000000002AAA", "Type__c": None, "Payload__c": "from outside"}
    fastavro.schemaless_writer(payload, schema_of(topic.schema_id), said)
    event = messages.ProducerEvent(id="outside-1", schema_id=topic.schema_id, payload=payload.getvalue())
    answer = stub.Publish(messages.PublishRequest(topic_name=TOPIC, events=[event]), metadata=login)
    print(json.dumps({"published": not answer.results[0].HasField("error")}))
