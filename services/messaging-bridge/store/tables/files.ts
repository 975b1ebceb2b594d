/** Files that a rep sent: fetched as they come, kept until their message has ended. */
export const FILES = `
    create table bridge_files (
        message text not null,
        number integer not null,
        lane text not null,
        media_type text,
        problem text,
        media text,
        communication text,
        is_leaving boolean not null default false,
        kept_at timestamptz not null default clock_timestamp(),
        primary key (message, number)
    );
    create table bridge_file_pieces (
        message text not null,
        number integer not null,
        piece integer not null,
        bytes bytea not null,
        primary key (message, number, piece),
        foreign key (message, number) references bridge_files on delete cascade
    )`;
