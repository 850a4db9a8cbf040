<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>in library</source>
        <translation>في المكتبة</translation>
    </message>
    <message>
        <source>not in library</source>
        <translation>ليس في المكتبة</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, then its state</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, chosen now</source>
        <translation>%1، وهو المختار الآن</translation>
    </message>
</context>
<context>
    <name>ApparatusHeader</name>
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
        <source>Lock to the current paragraph (F4)</source>
        <translation>تثبيت على الفقرة الحالية (⁦F4⁩)</translation>
    </message>
</context>
<context>
    <name>ApparatusPane</name>
    <message>
        <source>Previous: %1 at %2</source>
        <translation>السابقة: %1 عند %2</translation>
    </message>
    <message>
        <source>Next: %1 at %2</source>
        <translation>التالية: %1 عند %2</translation>
    </message>
    <message>
        <source>No text is open.</source>
        <translation>لا نصّ مفتوح.</translation>
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
    <name>CataloguePage</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>إزالة من المكتبة</translation>
    </message>
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
    <name>CitationPanel</name>
    <message>
        <source>What do these words cite?</source>
        <translation>بِمَ تستشهد هذه الكلمات؟</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>A symbol or a name, such as A/RES/73/154</source>
        <translation>رمز أو اسم، مثل ⁦A/RES/73/154⁩</translation>
    </message>
    <message>
        <source>Not a citation</source>
        <translation>ليس استشهادًا</translation>
    </message>
    <message>
        <source>As the program found it</source>
        <translation>كما وجده البرنامج</translation>
    </message>
    <message>
        <source>This is neither a symbol nor a name that is known.</source>
        <translation>ليس هذا رمزًا ولا اسمًا معروفًا.</translation>
    </message>
</context>
<context>
    <name>CitedByView</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>لا وثائق</numerusform>
            <numerusform>وثيقة واحدة</numerusform>
            <numerusform>وثيقتان</numerusform>
            <numerusform>%n وثائق</numerusform>
            <numerusform>%n وثيقة</numerusform>
            <numerusform>%n وثيقة</numerusform>
        </translation>
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
    <message>
        <source>Cited by %1 · %2</source>
        <translation>تستشهد به %1 · %2</translation>
    </message>
    <message>
        <source>Back to footnotes and sources</source>
        <translation>العودة إلى الحواشي والصكوك</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>What cites %1</source>
        <translation>ما يستشهد بـ %1</translation>
    </message>
</context>
<context>
    <name>CompanionHeader</name>
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
    <name>ConflictSheet</name>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>Changed here and in another file</source>
        <translation>عُدّلت هنا وفي ملف آخر</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>لديّ</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>لديهم</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>إبقاء ما لديّ</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>أخذ ما لديهم</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>إبقاء الاثنين</translation>
    </message>
    <message>
        <source>Open in the text</source>
        <translation>فتح في النصّ</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>التعارض السابق</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>التعارض التالي</translation>
    </message>
</context>
<context>
    <name>CoverageDetails</name>
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
    <name>CoverageHeader</name>
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
    <name>CoverageTexts</name>
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
    <name>EmptyResults</name>
    <message>
        <source>No results for “%1”</source>
        <translation>لا نتائج لـ «%1»</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>هل تقصد: %1؟</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Type in the search box and press Enter.</source>
        <translation>اكتب في خانة البحث ثم اضغط Enter.</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>محفوظ: %1</translation>
    </message>
    <message>
        <source>Also search prefixes and endings</source>
        <translation>ابحث بالسوابق واللواحق أيضًا</translation>
    </message>
    <message>
        <source>Ignore marks, hamza and digits</source>
        <translation>تجاهل التشكيل والهمزة ونوع الأرقام</translation>
    </message>
    <message>
        <source>Search for these words apart</source>
        <translation>البحث عن هذه الكلمات متفرقة</translation>
    </message>
    <message>
        <source>Search without %1</source>
        <translation>البحث من دون %1</translation>
    </message>
</context>
<context>
    <name>EntryTexts</name>
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
    <name>FacetFilter</name>
    <message>
        <source>Organ</source>
        <translation>الهيئة</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>الفعل</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>preamble</source>
        <translation>الديباجة</translation>
    </message>
    <message>
        <source>operative part</source>
        <translation>المنطوق</translation>
    </message>
    <message>
        <source>subparagraphs</source>
        <translation>الفقرات الفرعية</translation>
    </message>
    <message>
        <source>footnotes</source>
        <translation>الحواشي</translation>
    </message>
    <message>
        <source>titles</source>
        <translation>العناوين</translation>
    </message>
    <message>
        <source>headings</source>
        <translation>العناوين الفرعية</translation>
    </message>
    <message>
        <source>annexes</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>masthead</source>
        <translation>الترويسة</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>الخاتمة</translation>
    </message>
    <message>
        <source>chapeau</source>
        <translation>عبارة الاستهلال</translation>
    </message>
    <message>
        <source>text</source>
        <translation>المتن</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنكليزية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>الروسية</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>الصينية</translation>
    </message>
    <message>
        <source>Search without %1</source>
        <translation>البحث من دون %1</translation>
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
        <comment>before the labels of paragraphs</comment>
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
        <comment>joins the labels of paragraphs</comment>
        <translation> و</translation>
    </message>
</context>
<context>
    <name>FootnotesView</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>InstrumentCard</name>
    <message>
        <source>Correct this citation…</source>
        <translation>تصويب هذا الاستشهاد…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open beside the text</source>
        <translation>فتح إلى جانب النصّ</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>غير ذلك…</translation>
    </message>
    <message numerus="yes">
        <source>Cited by %n document(s) of the library</source>
        <translation>
            <numerusform>لا تستشهد به أي وثيقة في المكتبة</numerusform>
            <numerusform>تستشهد به وثيقة واحدة في المكتبة</numerusform>
            <numerusform>تستشهد به وثيقتان في المكتبة</numerusform>
            <numerusform>تستشهد به %n وثائق في المكتبة</numerusform>
            <numerusform>تستشهد به %n وثيقة في المكتبة</numerusform>
            <numerusform>تستشهد به %n وثيقة في المكتبة</numerusform>
        </translation>
    </message>
    <message>
        <source>Return to what the program found</source>
        <translation>العودة إلى ما وجده البرنامج</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>ملتبس</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>غير معروف</translation>
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
        <source>More than one instrument fits. Choose the one meant:</source>
        <translation>يصلح له أكثر من صكّ. اختر المقصود:</translation>
    </message>
    <message>
        <source>It is not known which instrument is meant.</source>
        <translation>لم يُعرف الصكّ المقصود.</translation>
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
        <translation></translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>غير مؤكَّد: %1</translation>
    </message>
    <message>
        <source>Names %1</source>
        <comment>%1 is a list of articles and paragraphs</comment>
        <translation>يخصّ بالذكر: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>joins the labels of paragraphs</comment>
        <translation> و</translation>
    </message>
    <message>
        <source>Cited in %1</source>
        <translation>مذكور في %1</translation>
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
        <source>Table: held and missing</source>
        <translation>جدول بالموجود منها والناقص</translation>
    </message>
    <message>
        <source>Instruments cited here</source>
        <translation>الصكوك المستشهد بها</translation>
    </message>
</context>
<context>
    <name>LineLength</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>بلا حروف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%n حروف</numerusform>
            <numerusform>%n حرفًا</numerusform>
            <numerusform>%n حرف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Mine: {words}</source>
        <translation>لديّ: {words}</translation>
    </message>
    <message>
        <source>Theirs: {words}</source>
        <translation>لديهم: {words}</translation>
    </message>
    <message>
        <source>Written elsewhere on this computer</source>
        <translation>كُتب في مكان آخر على هذا الحاسوب</translation>
    </message>
    <message>
        <source>From {source}</source>
        <translation>من {source}</translation>
    </message>
    <message>
        <source>Whole document</source>
        <translation>الوثيقة كلها</translation>
    </message>
</context>
<context>
    <name>NotesHeader</name>
    <message>
        <source>Filter and order</source>
        <translation>الترشيح والترتيب</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ملفات</translation>
    </message>
    <message>
        <source>Export, import, trash</source>
        <translation>تصدير واستيراد ومحذوفات</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>الموقف</translation>
    </message>
    <message>
        <source>Who took it</source>
        <translation>صاحب الموقف</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النصّ</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>وقت التغيير</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Export for Word…</source>
        <translation>تصدير إلى Word…</translation>
    </message>
    <message>
        <source>Export as HTML…</source>
        <translation>تصدير بصيغة HTML…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>تصدير بصيغة Markdown…</translation>
    </message>
    <message>
        <source>Export as a table (CSV)…</source>
        <translation>تصدير جدولًا (CSV)…</translation>
    </message>
    <message>
        <source>Export for a colleague (JSON-LD)…</source>
        <translation>تصدير لزميل (JSON-LD)…</translation>
    </message>
    <message>
        <source>Export the open text with its notes…</source>
        <translation>تصدير النصّ المفتوح مع ملاحظاته…</translation>
    </message>
    <message>
        <source>Export the open text with its notes for Word…</source>
        <translation>تصدير النصّ المفتوح مع ملاحظاته إلى Word…</translation>
    </message>
    <message>
        <source>Bring in a colleague&apos;s notes…</source>
        <translation>ضمّ ملاحظات زميل…</translation>
    </message>
    <message>
        <source>Study pad of this label</source>
        <translation>كرّاسة هذا الوسم</translation>
    </message>
    <message>
        <source>Rename this label…</source>
        <translation>إعادة تسمية هذا الوسم…</translation>
    </message>
    <message>
        <source>Move this label up</source>
        <translation>تقديم هذا الوسم</translation>
    </message>
    <message>
        <source>Move this label down</source>
        <translation>تأخير هذا الوسم</translation>
    </message>
    <message>
        <source>Remove this label</source>
        <translation>إزالة هذا الوسم</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>إفراغ المحذوفات…</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>ملاحظاتي</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>تحتاج إلى نظر</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>تعارضات</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>المحذوفات</translation>
    </message>
    <message>
        <source>As in the texts</source>
        <translation>بترتيب النصوص</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>الأحدث تغييرًا أولًا</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>بحسب الوثيقة</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>أيّ وقت</translation>
    </message>
    <message>
        <source>Today and yesterday</source>
        <translation>اليوم وأمس</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>اليوم</numerusform>
            <numerusform>في آخر يومين</numerusform>
            <numerusform>في آخر %n أيام</numerusform>
            <numerusform>في آخر %n يومًا</numerusform>
            <numerusform>في آخر %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>It lies in the trash; Enter brings it back</source>
        <translation>هي في المحذوفات، ويسترجعها Enter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>إبقاء ما لديّ</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>أخذ ما لديهم</translation>
    </message>
    <message>
        <source>Let it stand at place {number}</source>
        <translation>تثبيتها في الموضع {number}</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>ملاحظاتي</translation>
    </message>
    <message>
        <source>Search my notes</source>
        <translation>ابحث في ملاحظاتي</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>عرضها</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>No note meets the search “{query}”.</source>
        <translation>لا ملاحظة توافق البحث عن «{query}».</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>No note meets this filter.</source>
        <translation>لا ملاحظة توافق هذا الترشيح.</translation>
    </message>
    <message>
        <source>Show all my notes</source>
        <translation>عرض كل ملاحظاتي</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>لا ملاحظات بعد</translation>
    </message>
    <message>
        <source>Select words, or press Alt+1 to mark the paragraph.</source>
        <translation>ظلّل عبارة، أو اضغط Alt+1 لتعليم الفقرة.</translation>
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
    <name>PartFilter</name>
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
        <source>Cited in %n place(s)</source>
        <translation>
            <numerusform>لا يُستشهد بها</numerusform>
            <numerusform>يُستشهد بها في موضع واحد</numerusform>
            <numerusform>يُستشهد بها في موضعين</numerusform>
            <numerusform>يُستشهد بها في %n مواضع</numerusform>
            <numerusform>يُستشهد بها في %n موضعًا</numerusform>
            <numerusform>يُستشهد بها في %n موضع</numerusform>
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
        <source>as typed</source>
        <translation>كما كُتبت</translation>
    </message>
    <message>
        <source>vowel marks ignored</source>
        <translation>بصرف النظر عن التشكيل</translation>
    </message>
    <message>
        <source>hamza ignored</source>
        <translation>بصرف النظر عن الهمزة</translation>
    </message>
    <message>
        <source>final ya ignored</source>
        <translation>بصرف النظر عن الياء والألف المقصورة</translation>
    </message>
    <message>
        <source>ta marbuta ignored</source>
        <translation>بصرف النظر عن التاء المربوطة</translation>
    </message>
    <message>
        <source>kind of digits ignored</source>
        <translation>بصرف النظر عن نوع الأرقام</translation>
    </message>
    <message>
        <source>capital letters ignored</source>
        <translation>بصرف النظر عن الأحرف الكبيرة</translation>
    </message>
    <message>
        <source>another way to write the symbol</source>
        <translation>صيغة أخرى لكتابة الرمز</translation>
    </message>
    <message>
        <source>another form of the word</source>
        <translation>صيغة أخرى للكلمة</translation>
    </message>
    <message>
        <source>singular and plural</source>
        <translation>مفرد وجمع</translation>
    </message>
    <message>
        <source>in the corrected reading</source>
        <translation>في القراءة المصوَّبة</translation>
    </message>
    <message>
        <source>fits the pattern</source>
        <translation>توافق النمط</translation>
    </message>
    <message>
        <source>nearly the same letters</source>
        <translation>أحرفها متقاربة</translation>
    </message>
    <message>
        <source>near one another</source>
        <translation>متجاورة</translation>
    </message>
    <message>
        <source>%1 before it</source>
        <translation>قبلها %1</translation>
    </message>
    <message>
        <source>%1 after it</source>
        <translation>بعدها %1</translation>
    </message>
    <message>
        <source>without %1 before it</source>
        <translation>من دون %1 قبلها</translation>
    </message>
    <message>
        <source>without %1 after it</source>
        <translation>من دون %1 بعدها</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>علامة تنصيص لم تُغلق.</translation>
    </message>
    <message>
        <source>A bracket is not closed.</source>
        <translation>قوس لم يُغلق.</translation>
    </message>
    <message>
        <source>A bracket is closed that was not opened.</source>
        <translation>قوس إغلاق لم يسبقه قوس فتح.</translation>
    </message>
    <message>
        <source>There is nothing for %1 to join.</source>
        <translation>لا شيء يصله %1.</translation>
    </message>
    <message>
        <source>There is no field %1; it was searched for as a word.</source>
        <translation>لا حقل باسم %1؛ فجرى البحث عنه باعتباره كلمة.</translation>
    </message>
    <message>
        <source>There is no value after %1.</source>
        <translation>لا قيمة بعد %1.</translation>
    </message>
    <message>
        <source>The value %1 is not known.</source>
        <translation>القيمة %1 غير معروفة.</translation>
    </message>
    <message>
        <source>The range %1 is not understood.</source>
        <translation>المدى %1 غير مفهوم.</translation>
    </message>
    <message>
        <source>Write at least two letters with * or ?.</source>
        <translation>اكتب حرفين على الأقل مع * أو ؟.</translation>
    </message>
    <message>
        <source>The query is too long; its beginning was searched for.</source>
        <translation>العبارة طويلة جدًا؛ فجرى البحث عن أولها.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 is nowhere in the library.</source>
        <translation>لا يرد %1 في أيّ نصّ في المكتبة.</translation>
    </message>
    <message>
        <source>%1 is there, but not together with the rest (paragraphs: %2).</source>
        <translation>يرد %1، لكن ليس مع سائر ما طُلب (عدد الفقرات: %2).</translation>
    </message>
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
        <source>Searching for “%1”…</source>
        <translation>يجري البحث عن «%1»…</translation>
    </message>
</context>
<context>
    <name>SearchMenu</name>
    <message>
        <source>By document and place</source>
        <translation>بحسب الوثيقة والموضع</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>By relevance</source>
        <translation>الأوثق صلة أولًا</translation>
    </message>
    <message>
        <source>Match vowel marks</source>
        <translation>مطابقة التشكيل</translation>
    </message>
    <message>
        <source>Match hamza</source>
        <translation>مطابقة الهمزة</translation>
    </message>
    <message>
        <source>Match final ya</source>
        <translation>التمييز بين الياء والألف المقصورة</translation>
    </message>
    <message>
        <source>Match ta marbuta</source>
        <translation>التمييز بين التاء المربوطة والهاء</translation>
    </message>
    <message>
        <source>Match the kind of digits</source>
        <translation>مطابقة نوع الأرقام</translation>
    </message>
</context>
<context>
    <name>SearchMenuButton</name>
    <message>
        <source>Order and switches of the search</source>
        <translation>ترتيب النتائج وخيارات البحث</translation>
    </message>
    <message>
        <source>Also other forms of a word</source>
        <translation>صيغ الكلمة الأخرى أيضًا</translation>
    </message>
    <message>
        <source>Forget this kept search</source>
        <translation>حذف هذا البحث المحفوظ</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>حفظ هذا البحث</translation>
    </message>
    <message>
        <source>Bring the search history back</source>
        <translation>استرجاع سجل البحث</translation>
    </message>
    <message>
        <source>Empty the search history</source>
        <translation>إفراغ سجل البحث</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>References in</source>
        <translation>لغة المراجع</translation>
    </message>
    <message>
        <source>Their digits</source>
        <translation>أرقام المراجع</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>صيغة الاقتباس</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>As the language does</source>
        <translation>بحسب اللغة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Show a menu bar</source>
        <translation>أظهر شريط القوائم</translation>
    </message>
    <message>
        <source>The language of the text</source>
        <translation>لغة النصّ</translation>
    </message>
    <message>
        <source>Who takes a stance</source>
        <translation>صاحب الموقف</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <source>Fields: {fields}</source>
        <translation>الحقول: {fields}</translation>
    </message>
    <message>
        <source>A brace has no partner</source>
        <translation>قوس بلا قرين</translation>
    </message>
    <message>
        <source>Name at least one field</source>
        <translation>اذكر حقلًا واحدًا على الأقل</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>SizesForm</name>
    <message>
        <source>Text size</source>
        <translation>حجم النصّ</translation>
    </message>
    <message>
        <source>Interface size</source>
        <translation>حجم الواجهة</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>طول السطر</translation>
    </message>
</context>
<context>
    <name>StudyPad</name>
    <message>
        <source>No note has this label.</source>
        <translation>لا ملاحظة بهذا الوسم.</translation>
    </message>
    <message>
        <source>Study pad: {label}</source>
        <translation>كرّاسة الدراسة: {label}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>نقل إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>نقل إلى أسفل</translation>
    </message>
    <message>
        <source>Open in the text</source>
        <translation>فتح في النصّ</translation>
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
