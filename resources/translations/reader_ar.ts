<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AnnotationMenu</name>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Add a note on the whole document</source>
        <translation>إضافة ملاحظة على الوثيقة كلها</translation>
    </message>
    <message>
        <source>Stance on this paragraph</source>
        <translation>الموقف من هذه الفقرة</translation>
    </message>
    <message>
        <source>Let the note stand on these words</source>
        <translation>نقل الملاحظة إلى هذه الكلمات</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>بلا موقف</translation>
    </message>
    <message>
        <source>Of another delegation…</source>
        <translation>لوفد آخر…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>AnnotationPalette</name>
    <message>
        <source>Add a note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy with reference</source>
        <translation>نسخ مع المرجع</translation>
    </message>
    <message>
        <source>Mark these words</source>
        <translation>تعليم هذه الكلمات</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Unofficial text, imported from a text file. Check the authoritative text before quoting.</source>
        <translation>نصّ غير رسمي، مستورَد من ملف نصّي؛ يُرجع عند الاستشهاد إلى النصّ المعتمد.</translation>
    </message>
    <message>
        <source>Unofficial text, imported from a file. Check the authoritative text before quoting.</source>
        <translation>نصّ غير رسمي، مستورَد من ملف؛ يُرجع عند الاستشهاد إلى النصّ المعتمد.</translation>
    </message>
    <message>
        <source>Unofficial text. Check the authoritative text before quoting.</source>
        <translation>نصّ غير رسمي؛ يُرجع عند الاستشهاد إلى النصّ المعتمد.</translation>
    </message>
    <message>
        <source>Unofficial text</source>
        <translation>نصّ غير رسمي</translation>
    </message>
    <message>
        <source>About this text</source>
        <translation>عن هذا النصّ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Source: the official address</source>
        <translation>المصدر: العنوان الرسمي</translation>
    </message>
    <message>
        <source>Copy or open the address of the official text</source>
        <translation>نسخ عنوان النصّ الرسمي أو فتحه</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>مصوَّب</translation>
    </message>
    <message>
        <source>Show the corrected text</source>
        <translation>عرض النصّ المصوَّب</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>كما ورد</translation>
    </message>
    <message>
        <source>Show the text as received</source>
        <translation>عرض النصّ كما ورد</translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation>إخفاء هذا التنبيه</translation>
    </message>
</context>
<context>
    <name>CorrectionPopup</name>
    <message>
        <source>Received: “{received}” · read as “{corrected}” · confidence {percent}</source>
        <translation>ورد في الأصل: «{received}» · صُوّبت إلى «{corrected}» · الثقة {percent}</translation>
    </message>
    <message>
        <source>Doubtful: “{received}” · perhaps “{corrected}” · confidence {percent}</source>
        <translation>موضع شكّ: «{received}» · لعلّها «{corrected}» · الثقة {percent}</translation>
    </message>
    <message>
        <source>Doubtful: “{received}” · no reading offered · confidence {percent}</source>
        <translation>موضع شكّ: «{received}» · لا قراءة مقترحة · الثقة {percent}</translation>
    </message>
    <message>
        <source>Received as {printed}; probably footnote {number}</source>
        <translation>ورد الرقم {printed}، والمرجّح أنها الحاشية {number}</translation>
    </message>
    <message>
        <source>Received as {printed}; probably footnote {number}, which the file lacks</source>
        <translation>ورد الرقم {printed}، والمرجّح أنها الحاشية {number} المفقودة من الملف</translation>
    </message>
    <message>
        <source>It is not known which instrument is meant</source>
        <translation>لم يُعرف الصكّ المقصود</translation>
    </message>
    <message>
        <source> or </source>
        <comment>joins symbols</comment>
        <translation> أو </translation>
    </message>
    <message>
        <source>Not certain: {candidates}</source>
        <translation>غير مؤكَّد: {candidates}</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Open texts</source>
        <translation>النصوص المفتوحة</translation>
    </message>
    <message>
        <source>Tabs to the left</source>
        <translation>الألسنة إلى اليسار</translation>
    </message>
    <message>
        <source>Tabs to the right</source>
        <translation>الألسنة إلى اليمين</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} من {m}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>البحث في هذا النصّ</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>إغلاق شريط البحث</translation>
    </message>
    <message>
        <source>Match marks</source>
        <translation>مطابقة التشكيل</translation>
    </message>
    <message>
        <source>Match hamza</source>
        <translation>مطابقة الهمزة</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>كلمة كاملة</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Paragraph labels and bookmarks</source>
        <translation>أرقام الفقرات والإشارات المرجعية</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>إزالة الإشارة المرجعية</translation>
    </message>
    <message>
        <source>Bookmark this paragraph</source>
        <translation>وضع إشارة مرجعية عند هذه الفقرة</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>نصّ الملاحظة</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Labels, with commas; outer/inner</source>
        <translation>الوسوم، بينها فواصل؛ أعلى/أدنى</translation>
    </message>
    <message>
        <source>Who takes this stance</source>
        <translation>صاحب هذا الموقف</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>الموقف</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>بلا موقف</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>From the text in another language</source>
        <translation>من النصّ بلغة أخرى</translation>
    </message>
</context>
<context>
    <name>NotesMargin</name>
    <message>
        <source>Notes beside the text</source>
        <translation>ملاحظات بجانب النصّ</translation>
    </message>
</context>
<context>
    <name>ReaderMenu</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy with reference</source>
        <translation>نسخ مع الإحالة</translation>
    </message>
    <message>
        <source>Copy link to this paragraph</source>
        <translation>نسخ رابط هذه الفقرة</translation>
    </message>
    <message>
        <source>Bookmark this paragraph</source>
        <translation>وضع إشارة مرجعية عند هذه الفقرة</translation>
    </message>
    <message>
        <source>Corrected text</source>
        <translation>النصّ المصوَّب</translation>
    </message>
    <message>
        <source>Text as received</source>
        <translation>النصّ كما ورد</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Text of {symbol}</source>
        <translation>نصّ {symbol}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النصّ</translation>
    </message>
</context>
</TS>
