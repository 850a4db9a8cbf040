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
    <name>ChoiceButton</name>
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
    <name>Choosing</name>
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
    <name>Citing</name>
    <message>
        <source>No citation stands at the caret. Select words to mark them as one.</source>
        <translation>لا استشهاد عند المؤشّر. ظلّل كلمات لتجعلها استشهادًا.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>joins symbols</comment>
        <translation> أو </translation>
    </message>
    <message>
        <source>Citation, ambiguous: %1</source>
        <translation>استشهاد ملتبس: %1</translation>
    </message>
    <message>
        <source>Citation, not recognised</source>
        <translation>استشهاد لم يُعرف المقصود به</translation>
    </message>
    <message>
        <source>Citation: %1, in library</source>
        <translation>استشهاد: %1، في المكتبة</translation>
    </message>
    <message>
        <source>Citation: %1, not in library</source>
        <translation>استشهاد: %1، ليس في المكتبة</translation>
    </message>
    <message>
        <source>It is %1</source>
        <translation>المقصود %1</translation>
    </message>
    <message>
        <source>Mark as a citation…</source>
        <translation>جعل الكلمات المظلّلة استشهادًا…</translation>
    </message>
    <message>
        <source>Open what is cited</source>
        <translation>فتح الصكّ المستشهد به</translation>
    </message>
    <message>
        <source>Open it beside the text</source>
        <translation>فتحه إلى جانب النصّ</translation>
    </message>
    <message>
        <source>Import what is cited…</source>
        <translation>استيراد الصكّ المستشهد به…</translation>
    </message>
    <message>
        <source>What else cites it</source>
        <translation>ما يستشهد به أيضًا</translation>
    </message>
    <message>
        <source>Copy its link</source>
        <translation>نسخ رابطه</translation>
    </message>
    <message>
        <source>Open it in the browser</source>
        <translation>فتحه في المتصفّح</translation>
    </message>
    <message>
        <source>Correct this citation…</source>
        <translation>تصويب هذا الاستشهاد…</translation>
    </message>
    <message>
        <source>This is not a citation</source>
        <translation>هذا ليس استشهادًا</translation>
    </message>
    <message>
        <source>As the program found it</source>
        <translation>كما وجده البرنامج</translation>
    </message>
</context>
<context>
    <name>CitingView</name>
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
    <message>
        <source>Mine</source>
        <translation>لديّ</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Citation corrected</source>
        <translation>صُوّب الاستشهاد</translation>
    </message>
    <message>
        <source>No longer taken for a citation</source>
        <translation>لم يعد يُعدّ استشهادًا</translation>
    </message>
    <message>
        <source>Citation as the program found it again</source>
        <translation>عاد الاستشهاد كما وجده البرنامج</translation>
    </message>
    <message>
        <source>Correction undone</source>
        <translation>أُلغي التصويب</translation>
    </message>
    <message>
        <source>There is no correction to undo.</source>
        <translation>لا تصويب يُلغى.</translation>
    </message>
    <message>
        <source>Correction done again</source>
        <translation>أُعيد التصويب</translation>
    </message>
    <message>
        <source>There is no correction to do again.</source>
        <translation>لا تصويب يُعاد.</translation>
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
    <name>Evidence</name>
    <message>
        <source>It is the number of this document itself</source>
        <translation>هو رقم هذه الوثيقة نفسها</translation>
    </message>
    <message>
        <source>The year %1 does not fit how %2 numbers its acts</source>
        <translation>السنة %1 لا تتفق مع ترقيم قرارات %2</translation>
    </message>
    <message>
        <source>Either number could be the year</source>
        <translation>كلٌّ من الرقمين يصلح سنةً</translation>
    </message>
    <message>
        <source>The year %1 stands in its number</source>
        <translation>السنة %1 واردة في رقمه</translation>
    </message>
    <message>
        <source>Its number was named before with the year: %1 (%2)</source>
        <translation>سبق ذكر الرقم مقرونًا بسنته: %1 (%2)</translation>
    </message>
    <message>
        <source>The Security Council gave the number %1 in %2</source>
        <translation>أعطى مجلس الأمن الرقم %1 في عام %2</translation>
    </message>
    <message>
        <source>A number alone, without session or year</source>
        <translation>رقم وحده، بلا دورة ولا سنة</translation>
    </message>
    <message>
        <source>Neither number fits a session of the organ</source>
        <translation>لا يوافق أيٌّ من الرقمين دورةً من دورات الجهاز</translation>
    </message>
    <message>
        <source>The date %1 falls in session %2</source>
        <translation>التاريخ %1 يقع في الدورة %2</translation>
    </message>
    <message>
        <source>The date %1 agrees with the year %2 in its number</source>
        <translation>التاريخ %1 يوافق السنة %2 الواردة في رقمه</translation>
    </message>
    <message>
        <source>The date %1 does not fit</source>
        <translation>التاريخ %1 لا يوافق ذلك</translation>
    </message>
    <message>
        <source>Only %1 can be a session</source>
        <translation>%1 وحده يصلح رقمَ دورة</translation>
    </message>
    <message>
        <source>Session first, then number, as the language of the text writes it</source>
        <translation>الدورة أولاً ثم الرقم، كما يُكتب في لغة النصّ</translation>
    </message>
    <message>
        <source>Session first, then number, as elsewhere in this document</source>
        <translation>الدورة أولاً ثم الرقم، كما في سائر هذه الوثيقة</translation>
    </message>
    <message>
        <source>Number first, then session, as elsewhere in this document</source>
        <translation>الرقم أولاً ثم الدورة، كما في سائر هذه الوثيقة</translation>
    </message>
    <message>
        <source>Either number could be the session</source>
        <translation>كلٌّ من الرقمين يصلح رقمَ دورة</translation>
    </message>
    <message>
        <source>Session %1 stands in its number</source>
        <translation>الدورة %1 واردة في رقمه</translation>
    </message>
    <message>
        <source>Ibid. of footnote %1, but its own numbers are missing</source>
        <translation>«المرجع نفسه» عن الحاشية %1، لكن أرقامه ساقطة</translation>
    </message>
    <message>
        <source>Ibid.: the source of footnote %1, %2</source>
        <translation>المرجع نفسه: مصدر الحاشية %1، %2</translation>
    </message>
    <message>
        <source>Ibid. of the source named before it at %1, but its own numbers are missing</source>
        <translation>«المرجع نفسه» عن المصدر المذكور قبله في %1، لكن أرقامه ساقطة</translation>
    </message>
    <message>
        <source>Ibid.: the source named before it at %1, %2</source>
        <translation>المرجع نفسه: المصدر المذكور قبله في %1، %2</translation>
    </message>
    <message>
        <source>Ibid., but the footnote before does not name one volume alone</source>
        <translation>«المرجع نفسه»، لكن الحاشية السابقة لا تذكر مجلّدًا واحدًا بعينه</translation>
    </message>
    <message>
        <source>It is one of a range of session %1</source>
        <translation>هو من سلسلة قرارات متتالية في الدورة %1</translation>
    </message>
    <message>
        <source>The mark of a footnote is glued to its number</source>
        <translation>رقم حاشية ملتصق برقمه</translation>
    </message>
    <message>
        <source>The mark of footnote %1 was glued to its number</source>
        <translation>كان رقم الحاشية %1 ملتصقًا برقمه</translation>
    </message>
    <message>
        <source>Ibid., but the footnote before names no such source</source>
        <translation>«المرجع نفسه»، لكن الحاشية السابقة لا تذكر مصدرًا كهذا</translation>
    </message>
    <message>
        <source>Ibid., but the footnote before does not name one source alone</source>
        <translation>«المرجع نفسه»، لكن الحاشية السابقة لا تذكر مصدرًا واحدًا بعينه</translation>
    </message>
    <message>
        <source>Its symbol stands in the text</source>
        <translation>رمزه وارد في النصّ</translation>
    </message>
    <message>
        <source>Its volume and number in the Treaty Series stand in the text</source>
        <translation>مجلّده ورقمه في مجموعة المعاهدات واردان في النصّ</translation>
    </message>
    <message>
        <source>Its symbol stands with Supplement No. %1 of the Official Records</source>
        <translation>رمزه وارد مع الملحق رقم %1 من الوثائق الرسمية</translation>
    </message>
    <message>
        <source>Its symbol stands with the Official Records</source>
        <translation>رمزه وارد مع الوثائق الرسمية</translation>
    </message>
    <message>
        <source>Its name is in the catalogue of instruments</source>
        <translation>اسمه وارد في فهرس الصكوك</translation>
    </message>
    <message>
        <source>You set this yourself; the program had found %1</source>
        <translation>بتصويب منك؛ وكان البرنامج قد وجد %1</translation>
    </message>
    <message>
        <source>You set this yourself</source>
        <translation>بتصويب منك</translation>
    </message>
    <message>
        <source>It stands for what is named at %1, %2</source>
        <translation>يعود إلى ما ذُكر في %1، وهو %2</translation>
    </message>
    <message>
        <source>the General Assembly</source>
        <translation>الجمعية العامة</translation>
    </message>
    <message>
        <source>the Economic and Social Council</source>
        <translation>المجلس الاقتصادي والاجتماعي</translation>
    </message>
    <message>
        <source>the Security Council</source>
        <translation>مجلس الأمن</translation>
    </message>
    <message>
        <source>the Human Rights Council</source>
        <translation>مجلس حقوق الإنسان</translation>
    </message>
    <message>
        <source>the Commission on Human Rights</source>
        <translation>لجنة حقوق الإنسان</translation>
    </message>
    <message>
        <source>the Commission on Crime Prevention and Criminal Justice</source>
        <translation>لجنة منع الجريمة والعدالة الجنائية</translation>
    </message>
    <message>
        <source>the Commission on Narcotic Drugs</source>
        <translation>لجنة المخدرات</translation>
    </message>
    <message>
        <source>the Official Records</source>
        <translation>الوثائق الرسمية</translation>
    </message>
    <message>
        <source>the United Nations Treaty Series</source>
        <translation>مجموعة معاهدات الأمم المتحدة</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1؛ %2</translation>
    </message>
    <message>
        <source>A rule of the program: %1</source>
        <translation>قاعدة من قواعد البرنامج: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>joins what was found</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>nothing certain</source>
        <translation>ما لا يقين فيه</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 أو %2</translation>
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
    <message>
        <source>Return to what the program found</source>
        <translation>العودة إلى ما وجده البرنامج</translation>
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
        <translation>، </translation>
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
        <source>Table: held and missing</source>
        <translation>جدول بالموجود منها والناقص</translation>
    </message>
    <message>
        <source>Instruments cited here</source>
        <translation>الصكوك المستشهد بها</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>A note could not be saved. Close again to leave all the same.</source>
        <translation>تعذّر حفظ ملاحظة. أغلق النافذة مرة أخرى للخروج على أيّ حال.</translation>
    </message>
    <message>
        <source>Its words lie in {path}</source>
        <translation>كلماتها محفوظة في {path}</translation>
    </message>
    <message>
        <source>Words of a note could not be saved when the window was closed.</source>
        <translation>تعذّر حفظ كلمات ملاحظة عند إغلاق النافذة.</translation>
    </message>
    <message>
        <source>They lie in {path}; this is said until the file is moved or deleted.</source>
        <translation>هي في {path}؛ يتكرر هذا التنبيه إلى أن يُنقل الملف أو يُحذف.</translation>
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
    <name>Narrowing</name>
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
    <name>NoteFiles</name>
    <message>
        <source>notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Notes written to a file</source>
        <translation>كُتبت الملاحظات في ملف</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed</source>
        <translation>أُضيفت {added} وتغيّرت {changed}</translation>
    </message>
    <message>
        <source>Some notes could not be read.</source>
        <translation>تعذّرت قراءة بعض الملاحظات.</translation>
    </message>
    <message>
        <source>Rename this label</source>
        <translation>إعادة تسمية هذا الوسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>There is another label of that name</source>
        <translation>هناك وسم آخر بهذا الاسم</translation>
    </message>
    <message>
        <source>Label moved</source>
        <translation>نُقل الوسم</translation>
    </message>
    <message>
        <source>Label removed; its notes stay</source>
        <translation>أُزيل الوسم وبقيت ملاحظاته</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>إفراغ المحذوفات</translation>
    </message>
    <message>
        <source>Drop for good what lies in the trash? A copy is made before.</source>
        <translation>أتُحذف المحذوفات نهائيًا؟ تُحفظ نسخة قبل ذلك.</translation>
    </message>
</context>
<context>
    <name>NoteMenus</name>
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
    <message>
        <source>Let the note stand on these words</source>
        <translation>نقل الملاحظة إلى هذه الكلمات</translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message numerus="yes">
        <source>%n note(s) moved or to be looked at</source>
        <translation>
            <numerusform>لا ملاحظات انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>ملاحظة واحدة انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>ملاحظتان انتقلتا أو تحتاجان إلى نظر</numerusform>
            <numerusform>%n ملاحظات انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>%n ملاحظة انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>%n ملاحظة انتقلت أو تحتاج إلى نظر</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>أُزيلت: {name}</translation>
    </message>
    <message>
        <source>Brought back from the trash</source>
        <translation>استُرجعت من المحذوفات</translation>
    </message>
    <message>
        <source>Select its words in the text, then choose “Let the note stand on these words”</source>
        <translation>حدّد كلماتها في النصّ ثم اختر «نقل الملاحظة إلى هذه الكلمات»</translation>
    </message>
    <message>
        <source>The note stands there now</source>
        <translation>الملاحظة قائمة هناك الآن</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>تعذّرت كتابة الملف.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>تأييد</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>خط أحمر</translation>
    </message>
    <message>
        <source>Ask capital</source>
        <translation>استشارة العاصمة</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>إشارة مرجعية</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>الموقف</translation>
    </message>
    <message>
        <source>At its place</source>
        <translation>في موضعها</translation>
    </message>
    <message>
        <source>Moved with its words</source>
        <translation>انتقلت مع كلماتها</translation>
    </message>
    <message>
        <source>More than one possible place</source>
        <translation>لها أكثر من موضع محتمل</translation>
    </message>
    <message>
        <source>Its words are lost</source>
        <translation>فُقدت كلماتها</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>أُزيلت</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>باقية</translation>
    </message>
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
    <name>NotesHead</name>
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
    <message>
        <source>Search my notes</source>
        <translation>ابحث في ملاحظاتي</translation>
    </message>
    <message>
        <source>It lies in the trash; Enter brings it back</source>
        <translation>هي في المحذوفات، ويسترجعها Enter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>عرضها</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
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
    <name>Noting</name>
    <message>
        <source>There is no mark here</source>
        <translation>لا علامة هنا</translation>
    </message>
    <message>
        <source>Removed; undo brings it back</source>
        <translation>أُزيلت؛ التراجع يسترجعها</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>حُفظت الملاحظة</translation>
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
    <name>ScopeChips</name>
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
    <name>Stances</name>
    <message>
        <source>Stance taken back</source>
        <translation>سُحب الموقف</translation>
    </message>
    <message>
        <source>You have taken no stance here</source>
        <translation>لم تتخذ موقفًا هنا</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>Undone</source>
        <translation>تمّ التراجع</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>لا شيء يُتراجع عنه</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>أُعيد ما تُراجع عنه</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>لا شيء يُعاد</translation>
    </message>
</context>
<context>
    <name>StudyPad</name>
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
    <message>
        <source>No note has this label.</source>
        <translation>لا ملاحظة بهذا الوسم.</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Something else was changed since then</source>
        <translation>تغيّر شيء آخر بعد ذلك</translation>
    </message>
</context>
</TS>
