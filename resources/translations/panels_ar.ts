<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ApparatusPane</name>
    <message>
        <source>No text is open.</source>
        <translation>لا نصّ مفتوح.</translation>
    </message>
    <message>
        <source>Previous: %1 at %2</source>
        <translation>السابقة: %1 عند %2</translation>
    </message>
    <message>
        <source>Next: %1 at %2</source>
        <translation>التالية: %1 عند %2</translation>
    </message>
    <message>
        <source>No footnotes on this screen.</source>
        <translation>لا حواشي في هذه الشاشة.</translation>
    </message>
    <message>
        <source>No footnotes here.</source>
        <translation>لا حواشي هنا.</translation>
    </message>
    <message>
        <source>Footnotes on this screen</source>
        <translation>حواشي هذه الشاشة</translation>
    </message>
    <message>
        <source>Footnotes of %1</source>
        <translation>حواشي %1</translation>
    </message>
    <message>
        <source>Instruments cited here</source>
        <translation>الصكوك المستشهد بها</translation>
    </message>
</context>
<context>
    <name>BookmarksPage</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>لا علامات بعد</translation>
    </message>
    <message>
        <source>Press Alt+7 to bookmark the paragraph you are reading.</source>
        <translation>اضغط ⁦Alt+7⁩ لتضع علامة على الفقرة التي تقرؤها.</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>أُزيلت العلامة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Filter library</source>
        <translation>ترشيح المكتبة</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>استيراد ملفات…</translation>
    </message>
    <message>
        <source>Add text (TXT) or Akoma Ntoso (XML) files; the files stay as they are.</source>
        <translation>أضف ملفات نصّية (⁦TXT⁩) أو ملفات أكوما نتوسو (⁦XML⁩). الملفات تبقى كما هي.</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>مكتبتك فارغة</translation>
    </message>
    <message>
        <source>No document matches.</source>
        <translation>لا وثيقة مطابقة.</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>لا فقرات</numerusform>
            <numerusform>فقرة واحدة</numerusform>
            <numerusform>فقرتان</numerusform>
            <numerusform>%n فقرات</numerusform>
            <numerusform>%n فقرة</numerusform>
            <numerusform>%n فقرة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footnotes</name>
    <message>
        <source>Official Records of ECOSOC</source>
        <translation>الوثائق الرسمية للمجلس</translation>
    </message>
    <message>
        <source>Official Records of the General Assembly</source>
        <translation>الوثائق الرسمية للجمعية العامة</translation>
    </message>
    <message>
        <source>The file lacks this footnote</source>
        <translation>نصّ الحاشية غير وارد في الملف</translation>
    </message>
    <message>
        <source>Received as %1</source>
        <translation>ورد الرقم في الأصل %1</translation>
    </message>
    <message>
        <source>Likely: %1</source>
        <translation>المرجّح: %1</translation>
    </message>
    <message>
        <source>At %1</source>
        <comment>before the labels of clauses</comment>
        <translation>عند %1</translation>
    </message>
    <message>
        <source>Ibid. = %1</source>
        <translation>المرجع نفسه: %1</translation>
    </message>
    <message>
        <source>doubtful marker</source>
        <translation>رقمها في النصّ مشكوك فيه</translation>
    </message>
    <message>
        <source>no marker in the text</source>
        <translation>لا رقم لها في النصّ</translation>
    </message>
    <message>
        <source>, </source>
        <comment>joins the labels of clauses</comment>
        <translation> و</translation>
    </message>
</context>
<context>
    <name>InstrumentCard</name>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>In library</source>
        <translation>في المكتبة</translation>
    </message>
    <message>
        <source>Not in library</source>
        <translation>ليس في المكتبة</translation>
    </message>
    <message>
        <source>Arabic title</source>
        <translation>العنوان العربي</translation>
    </message>
    <message>
        <source>English title</source>
        <translation>العنوان الإنكليزي</translation>
    </message>
    <message>
        <source>date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>treaty number</source>
        <translation>رقم المعاهدة</translation>
    </message>
    <message>
        <source>, </source>
        <comment>joins facts</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>غير مؤكَّد: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>joins the labels of clauses</comment>
        <translation> و</translation>
    </message>
    <message>
        <source>Cited in %1</source>
        <translation>مذكور في %1</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
</context>
<context>
    <name>InstrumentsView</name>
    <message>
        <source>No instruments cited here.</source>
        <translation>لا صكوك مذكورة هنا.</translation>
    </message>
    <message>
        <source>No instruments cited.</source>
        <translation>لا صكوك مذكورة.</translation>
    </message>
    <message>
        <source>Elsewhere in this document</source>
        <translation>في مواضع أخرى من هذه الوثيقة</translation>
    </message>
    <message>
        <source>Only those cited here</source>
        <translation>المستشهد بها هنا فقط</translation>
    </message>
    <message>
        <source>All instruments of the document (%1)</source>
        <translation>كل صكوك الوثيقة (%1)</translation>
    </message>
    <message>
        <source>Instruments cited here</source>
        <translation>الصكوك المستشهد بها</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Masthead</source>
        <translation>الترويسة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Opening formula</source>
        <translation>الصيغة الاستهلالية</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>الخاتمة</translation>
    </message>
    <message>
        <source>Outer opening formula</source>
        <translation>استهلال القرار الحاضن</translation>
    </message>
    <message>
        <source>Outer operative paragraph</source>
        <translation>منطوق القرار الحاضن</translation>
    </message>
    <message>
        <source>Footnote %1</source>
        <translation>الحاشية %1</translation>
    </message>
    <message>
        <source>Heading %1</source>
        <translation>العنوان الفرعي %1</translation>
    </message>
    <message>
        <source>Paragraph %1</source>
        <translation>الفقرة %1</translation>
    </message>
    <message>
        <source>Annex %1</source>
        <translation>المرفق %1</translation>
    </message>
    <message>
        <source>Part %1, %2</source>
        <comment>%2 is a label such as PP3</comment>
        <translation>الجزء %1، %2</translation>
    </message>
    <message>
        <source>%1 (outer resolution)</source>
        <translation>%1 (القرار الحاضن)</translation>
    </message>
    <message>
        <source>%1, heading %2</source>
        <translation>%1، العنوان %2</translation>
    </message>
    <message>
        <source>%1, paragraph %2</source>
        <translation>%1، الفقرة %2</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Opening</source>
        <translation>صدر القرار</translation>
    </message>
    <message>
        <source>Preamble</source>
        <translation>الديباجة</translation>
    </message>
    <message>
        <source>Operative part</source>
        <translation>المنطوق</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>المرفق</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>المتن</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>الخاتمة</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>بيان</translation>
    </message>
    <message>
        <source>Recommends</source>
        <translation>توصية</translation>
    </message>
    <message>
        <source>Invites</source>
        <translation>دعوة</translation>
    </message>
    <message>
        <source>Urges</source>
        <translation>حثّ</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>طلب</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>قرار</translation>
    </message>
</context>
<context>
    <name>OutlineCounts</name>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>لا فقرات</numerusform>
            <numerusform>فقرة واحدة</numerusform>
            <numerusform>فقرتان</numerusform>
            <numerusform>%n فقرات</numerusform>
            <numerusform>%n فقرة</numerusform>
            <numerusform>%n فقرة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlinePage</name>
    <message>
        <source>Filter outline</source>
        <translation>ترشيح المخطط</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>No paragraph matches.</source>
        <translation>لا فقرة مطابقة.</translation>
    </message>
    <message>
        <source>No text is open.</source>
        <translation>لا نصّ مفتوح.</translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Footnotes &amp; sources</source>
        <translation>الحواشي والصكوك</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Follow the text (F4)</source>
        <translation>متابعة النصّ (⁦F4⁩)</translation>
    </message>
    <message>
        <source>Lock to the current clause (F4)</source>
        <translation>تثبيت على الفقرة الحالية (⁦F4⁩)</translation>
    </message>
</context>
<context>
    <name>ResultCounts</name>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>لا فقرات</numerusform>
            <numerusform>فقرة واحدة</numerusform>
            <numerusform>فقرتان</numerusform>
            <numerusform>%n فقرات</numerusform>
            <numerusform>%n فقرة</numerusform>
            <numerusform>%n فقرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n document(s)</source>
        <translation>
            <numerusform>في لا وثيقة</numerusform>
            <numerusform>في وثيقة واحدة</numerusform>
            <numerusform>في وثيقتين</numerusform>
            <numerusform>في %n وثائق</numerusform>
            <numerusform>في %n وثيقة</numerusform>
            <numerusform>في %n وثيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n millisecond(s)</source>
        <translation>
            <numerusform>%n ملّي ثانية</numerusform>
            <numerusform>%n ملّي ثانية</numerusform>
            <numerusform>%n ملّي ثانية</numerusform>
            <numerusform>%n ملّي ثانية</numerusform>
            <numerusform>%n ملّي ثانية</numerusform>
            <numerusform>%n ملّي ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>As typed</source>
        <translation>مطابق لما كُتب</translation>
    </message>
    <message>
        <source>Ignoring marks and hamza</source>
        <translation>بصرف النظر عن التشكيل والهمزة</translation>
    </message>
    <message>
        <source>With prefixes or endings</source>
        <translation>بسوابق أو لواحق</translation>
    </message>
    <message>
        <source>In my notes</source>
        <translation>في ملاحظاتي</translation>
    </message>
    <message>
        <source>In instruments</source>
        <translation>في الصكوك</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>افتح %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Preamble</source>
        <translation>الديباجة</translation>
    </message>
    <message>
        <source>Operative part</source>
        <translation>المنطوق</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>الحواشي</translation>
    </message>
    <message>
        <source>No results there</source>
        <translation>لا نتائج هناك</translation>
    </message>
    <message>
        <source>No results for “%1”</source>
        <translation>لا نتائج لـ «%1»</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>هل تقصد: %1؟</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>يجري البحث عن «%1»…</translation>
    </message>
    <message>
        <source>Type in the search box and press Enter.</source>
        <translation>اكتب في خانة البحث ثم اضغط ⁦Enter⁩.</translation>
    </message>
</context>
</TS>
