<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Accompanying</name>
    <message>
        <source>No citation stands at the caret.</source>
        <translation>لا استشهاد عند المؤشر.</translation>
    </message>
    <message>
        <source>%1 was not found in this text; it is shown from its beginning.</source>
        <translation>لم يُعثر في هذا النص على %1؛ وهو معروض من أوله.</translation>
    </message>
</context>
<context>
    <name>CompanionHead</name>
    <message>
        <source>Footnotes &amp; sources</source>
        <translation>الحواشي والصكوك</translation>
    </message>
    <message>
        <source>Show footnotes and sources here again</source>
        <translation>عرض الحواشي والصكوك هنا من جديد</translation>
    </message>
    <message>
        <source>Open as tab</source>
        <translation>فتح في تبويب</translation>
    </message>
    <message>
        <source>Back in this instrument</source>
        <translation>رجوع داخل هذا الصك</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Beside the text: %1</source>
        <translation>بجانب النص: %1</translation>
    </message>
</context>
<context>
    <name>CoverageHead</name>
    <message>
        <source>Cited instruments</source>
        <translation>الصكوك المستشهد بها</translation>
    </message>
    <message>
        <source>Instruments cited in %1</source>
        <translation>الصكوك المستشهد بها في %1</translation>
    </message>
    <message>
        <source>Instruments cited in the library</source>
        <translation>الصكوك المستشهد بها في المكتبة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Filter instruments</source>
        <translation>ترشيح الصكوك</translation>
    </message>
    <message>
        <source>Sorted by: %1</source>
        <translation>الترتيب: %1</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>هذا النص</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Save fetch list…</source>
        <translation>حفظ قائمة الصكوك الناقصة…</translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message>
        <source>Counting citations…</source>
        <translation>جارٍ إحصاء الاستشهادات…</translation>
    </message>
    <message>
        <source>No instrument matches.</source>
        <translation>لا صك مطابق.</translation>
    </message>
    <message>
        <source>Nothing is cited here.</source>
        <translation>لا صكوك مستشهد بها هنا.</translation>
    </message>
    <message>
        <source>Cited instruments</source>
        <translation>الصكوك المستشهد بها</translation>
    </message>
</context>
<context>
    <name>CoverageWords</name>
    <message>
        <source>In library</source>
        <translation>في المكتبة</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>معروف</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Known, not in the library</source>
        <translation>معروفة وليست في المكتبة</translation>
    </message>
    <message>
        <source>Known by their number alone</source>
        <translation>معروفة برمزها فقط</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>الاستشهادات</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>الوثائق</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s)</source>
        <translation>
            <numerusform>لا استشهادات</numerusform>
            <numerusform>استشهاد واحد</numerusform>
            <numerusform>استشهادان</numerusform>
            <numerusform>%n استشهادات</numerusform>
            <numerusform>%n استشهادًا</numerusform>
            <numerusform>%n استشهاد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n document(s)</source>
        <translation>
            <numerusform>في %n وثيقة</numerusform>
            <numerusform>في وثيقة واحدة</numerusform>
            <numerusform>في وثيقتين</numerusform>
            <numerusform>في %n وثائق</numerusform>
            <numerusform>في %n وثيقة</numerusform>
            <numerusform>في %n وثيقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Covering</name>
    <message>
        <source>Counting citations</source>
        <translation>إحصاء الاستشهادات</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open beside the text</source>
        <translation>فتح بجانب النص</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Places that cite this instrument</source>
        <translation>المواضع التي تستشهد بهذا الصك</translation>
    </message>
    <message>
        <source>Choose an instrument to see where it is cited.</source>
        <translation>اختر صكًّا لترى أين يُستشهد به.</translation>
    </message>
    <message>
        <source>Some of these facts are not confirmed.</source>
        <translation>بعض هذه البيانات غير مؤكَّد.</translation>
    </message>
    <message>
        <source>Cited in the library: %1</source>
        <translation>مستشهد به في المكتبة: %1</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>أول %1</translation>
    </message>
</context>
<context>
    <name>FetchList</name>
    <message>
        <source>The library holds all of them; there is nothing to fetch.</source>
        <translation>كلها في المكتبة؛ لا شيء ناقص.</translation>
    </message>
    <message>
        <source>The fetch list could not be saved.</source>
        <translation>تعذّر حفظ قائمة الصكوك الناقصة.</translation>
    </message>
    <message numerus="yes">
        <source>Fetch list saved: %n instrument(s)</source>
        <translation>
            <numerusform>حُفظت قائمة الصكوك الناقصة: لا صكوك</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: صك واحد</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: صكّان</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: %n صكوك</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: %n صكًّا</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: %n صك</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceNames</name>
    <message>
        <source>article %1</source>
        <translation>المادة %1</translation>
    </message>
    <message>
        <source>paragraph %1</source>
        <translation>الفقرة %1</translation>
    </message>
    <message>
        <source>subparagraph (%1)</source>
        <translation>الفقرة الفرعية (%1)</translation>
    </message>
    <message>
        <source>preambular paragraph %1</source>
        <translation>الفقرة %1 من الديباجة</translation>
    </message>
    <message>
        <source>operative paragraph %1</source>
        <translation>الفقرة %1 من المنطوق</translation>
    </message>
    <message>
        <source>annex %1</source>
        <translation>المرفق %1</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>الجزء %1</translation>
    </message>
    <message>
        <source>chapter %1</source>
        <translation>الفصل %1</translation>
    </message>
    <message>
        <source>section %1</source>
        <translation>الفرع %1</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>الجدول %1</translation>
    </message>
    <message>
        <source>appendix %1</source>
        <translation>التذييل %1</translation>
    </message>
    <message>
        <source>footnote %1</source>
        <translation>الحاشية %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>joins article and paragraph</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Reciting</name>
    <message>
        <source>Finding citations anew: %1 of %2</source>
        <translation>إعادة التعرّف على الاستشهادات: %1 من %2</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Close this line</source>
        <translation>إغلاق هذا السطر</translation>
    </message>
</context>
</TS>
