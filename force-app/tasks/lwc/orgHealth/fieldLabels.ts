import describeNo from '@salesforce/label/c.Switchboard_Health_DescribeNo';
import describeNoEdit from '@salesforce/label/c.Switchboard_Health_DescribeNoEdit';
import describeNoEditSet from '@salesforce/label/c.Switchboard_Health_DescribeNoEditSet';
import describeTitle from '@salesforce/label/c.Switchboard_Health_DescribeTitle';
import describeTried from '@salesforce/label/c.Switchboard_Health_DescribeTried';
import describeWorks from '@salesforce/label/c.Switchboard_Health_DescribeWorks';
import keyAbsent from '@salesforce/label/c.Switchboard_Health_KeyAbsent';
import keyReadOnly from '@salesforce/label/c.Switchboard_Health_KeyReadOnly';
import keySet from '@salesforce/label/c.Switchboard_Health_KeySet';
import keyTitle from '@salesforce/label/c.Switchboard_Health_KeyTitle';
import keyTried from '@salesforce/label/c.Switchboard_Health_KeyTried';
import keyWorks from '@salesforce/label/c.Switchboard_Health_KeyWorks';
import limitsNo from '@salesforce/label/c.Switchboard_Health_LimitsNo';
import limitsTitle from '@salesforce/label/c.Switchboard_Health_LimitsTitle';
import limitsTried from '@salesforce/label/c.Switchboard_Health_LimitsTried';
import limitsWorks from '@salesforce/label/c.Switchboard_Health_LimitsWorks';
import longTextNone from '@salesforce/label/c.Switchboard_Health_LongTextNone';
import longTextTitle from '@salesforce/label/c.Switchboard_Health_LongTextTitle';
import longTextTried from '@salesforce/label/c.Switchboard_Health_LongTextTried';
import longTextWorks from '@salesforce/label/c.Switchboard_Health_LongTextWorks';
import notDescribed from '@salesforce/label/c.Switchboard_Health_NotDescribed';
import personOff from '@salesforce/label/c.Switchboard_Health_PersonOff';
import personOn from '@salesforce/label/c.Switchboard_Health_PersonOn';
import personTitle from '@salesforce/label/c.Switchboard_Health_PersonTitle';
import personTried from '@salesforce/label/c.Switchboard_Health_PersonTried';
import picklistNo from '@salesforce/label/c.Switchboard_Health_PicklistNo';
import picklistTitle from '@salesforce/label/c.Switchboard_Health_PicklistTitle';
import picklistTried from '@salesforce/label/c.Switchboard_Health_PicklistTried';
import picklistWorks from '@salesforce/label/c.Switchboard_Health_PicklistWorks';
import typeHidden from '@salesforce/label/c.Switchboard_Health_TypeHidden';
import typeMissing from '@salesforce/label/c.Switchboard_Health_TypeMissing';
import typeSet from '@salesforce/label/c.Switchboard_Health_TypeSet';
import typeTitle from '@salesforce/label/c.Switchboard_Health_TypeTitle';
import typeTried from '@salesforce/label/c.Switchboard_Health_TypeTried';
import typeWorks from '@salesforce/label/c.Switchboard_Health_TypeWorks';
import unsavedAbsent from '@salesforce/label/c.Switchboard_Health_UnsavedAbsent';
import unsavedSet from '@salesforce/label/c.Switchboard_Health_UnsavedSet';
import unsavedTitle from '@salesforce/label/c.Switchboard_Health_UnsavedTitle';
import unsavedTried from '@salesforce/label/c.Switchboard_Health_UnsavedTried';
import unsavedWorks from '@salesforce/label/c.Switchboard_Health_UnsavedWorks';

export const FIELDS = {
    describeNo,
    describeNoEdit,
    describeNoEditSet,
    describeTitle,
    describeTried,
    describeWorks,
    keyAbsent,
    keyReadOnly,
    keySet,
    keyTitle,
    keyTried,
    keyWorks,
    limitsNo,
    limitsTitle,
    limitsTried,
    limitsWorks,
    longTextNone,
    longTextTitle,
    longTextTried,
    longTextWorks,
    notDescribed,
    personOff,
    personOn,
    personTitle,
    personTried,
    picklistNo,
    picklistTitle,
    picklistTried,
    picklistWorks,
    typeHidden,
    typeMissing,
    typeSet,
    typeTitle,
    typeTried,
    typeWorks,
    unsavedAbsent,
    unsavedSet,
    unsavedTitle,
    unsavedTried,
    unsavedWorks
} as const;
