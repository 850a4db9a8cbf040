<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
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
        <source>the Commission on the Status of Women</source>
        <translation>لجنة وضع المرأة</translation>
    </message>
    <message>
        <source>the Commission on Narcotic Drugs</source>
        <translation>لجنة المخدرات</translation>
    </message>
    <message>
        <source>the Council</source>
        <translation>المجلس</translation>
    </message>
    <message>
        <source>the Commission</source>
        <translation>اللجنة</translation>
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
    <name>ImportDialog</name>
    <message>
        <source>Import files</source>
        <translation>استيراد ملفات</translation>
    </message>
    <message>
        <source>Texts and notes</source>
        <translation>النصوص والملاحظات</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نصّ عادي</translation>
    </message>
    <message>
        <source>Notes (JSON-LD)</source>
        <translation>ملاحظات (JSON-LD)</translation>
    </message>
    <message>
        <source>Instruments (JSON)</source>
        <translation>صكوك (JSON)</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This library was written by a newer Qarar.</source>
        <translation>كُتبت هذه المكتبة بإصدار أحدث من قرار.</translation>
    </message>
    <message>
        <source>Please update Qarar to open it. Nothing was changed. {path}</source>
        <translation>حدّث برنامج قرار لفتحها. لم يتغيّر فيها شيء. {path}</translation>
    </message>
    <message>
        <source>Another program is using this library.</source>
        <translation>برنامج آخر يستعمل هذه المكتبة.</translation>
    </message>
    <message>
        <source>Close the other program and try again. {path}</source>
        <translation>أغلق البرنامج الآخر ثم حاول من جديد. {path}</translation>
    </message>
    <message>
        <source>This library can be read but not written.</source>
        <translation>يمكن قراءة هذه المكتبة ولا تمكن الكتابة فيها.</translation>
    </message>
    <message>
        <source>Bookmarks and imports cannot be kept. {path}</source>
        <translation>لا يمكن حفظ العلامات ولا الملفات المستوردة. {path}</translation>
    </message>
    <message>
        <source>The library file is damaged.</source>
        <translation>ملف المكتبة تالف.</translation>
    </message>
    <message>
        <source>It was left as it is. Copies lie in the folder backups. {path}</source>
        <translation>تُرك كما هو. والنسخ الاحتياطية في المجلد ⁦backups⁩. {path}</translation>
    </message>
    <message>
        <source>The library cannot be reached.</source>
        <translation>لا يمكن الوصول إلى المكتبة.</translation>
    </message>
    <message>
        <source>Check the disk and the permissions of the folder. {path}</source>
        <translation>تحقّق من القرص ومن صلاحيات المجلد. {path}</translation>
    </message>
    <message>
        <source>Your note could not be saved yet.</source>
        <translation>لم يمكن حفظ ملاحظتك بعد.</translation>
    </message>
    <message>
        <source>It is kept while the window is open and will be written as soon as that is possible. {reason}</source>
        <translation>تبقى محفوظة ما دامت النافذة مفتوحة، وستُكتب حالما يمكن ذلك. {reason}</translation>
    </message>
    <message>
        <source>It is open for reading only, so that nothing in it is lost.</source>
        <translation>فُتحت للقراءة فقط كي لا يضيع منها شيء.</translation>
    </message>
    <message>
        <source>You can read and search. Bookmarks, places and imports are not kept.</source>
        <translation>يمكنك القراءة والبحث. ولا تُحفظ العلامات ولا مواضع القراءة ولا الملفات المستوردة.</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>تتعذّر قراءة الملف</translation>
    </message>
    <message>
        <source>the file is encrypted</source>
        <translation>الملف مشفّر</translation>
    </message>
    <message>
        <source>pictures without text</source>
        <translation>صور بلا نصّ</translation>
    </message>
    <message>
        <source>a format that Qarar does not read yet</source>
        <translation>صيغة لا يقرؤها قرار بعد</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>الملف كبير جدًا</translation>
    </message>
    <message>
        <source>the file is built to do harm and was not opened</source>
        <translation>الملف مصنوع للإضرار ولم يُفتح</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>الملف فارغ</translation>
    </message>
    <message>
        <source>the file is not JSON</source>
        <translation>الملف ليس بصيغة JSON</translation>
    </message>
    <message>
        <source>there are no notes in it</source>
        <translation>لا ملاحظات فيه</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>تعذّرت كتابة الملف.</translation>
    </message>
    <message>
        <source>the file is not a list of instruments</source>
        <translation>الملف ليس قائمة صكوك</translation>
    </message>
    <message>
        <source>not a list of fields</source>
        <translation>ليس مجموعة حقول</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>الحقل ناقص</translation>
    </message>
    <message>
        <source>no such field is known</source>
        <translation>حقل غير معروف</translation>
    </message>
    <message>
        <source>it stands in the file twice</source>
        <translation>مكرر في الملف</translation>
    </message>
    <message>
        <source>not a text</source>
        <translation>ليس نصًّا</translation>
    </message>
    <message>
        <source>not a date such as 2018-12-17</source>
        <translation>ليس تاريخًا على نحو 2018-12-17</translation>
    </message>
    <message>
        <source>not a symbol</source>
        <translation>ليس رمز وثيقة</translation>
    </message>
    <message>
        <source>not a number of that kind</source>
        <translation>ليس رقمًا من هذا النوع</translation>
    </message>
    <message>
        <source>not a language code</source>
        <translation>ليس رمز لغة</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>أقصر مما ينبغي</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>أطول مما ينبغي</translation>
    </message>
    <message>
        <source>it holds a character that is not allowed</source>
        <translation>فيه حرف غير مسموح به</translation>
    </message>
    <message>
        <source>{symbol} is not in the library.</source>
        <translation>الوثيقة {symbol} ليست في المكتبة.</translation>
    </message>
    <message>
        <source>Something went wrong. Your library is safe.</source>
        <translation>حدث خطأ. مكتبتك سليمة.</translation>
    </message>
    <message>
        <source>{error}. Details are in {log}</source>
        <translation>{error}. التفاصيل في {log}</translation>
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
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Notes (JSON-LD)</source>
        <translation>ملاحظات (JSON-LD)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>Addresses, one a line</source>
        <translation>عناوين، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
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
    <name>Actions</name>
    <message>
        <source>Highlight in yellow</source>
        <translation>تظليل بالأصفر</translation>
    </message>
    <message>
        <source>Highlight in green</source>
        <translation>تظليل بالأخضر</translation>
    </message>
    <message>
        <source>Highlight in blue</source>
        <translation>تظليل بالأزرق</translation>
    </message>
    <message>
        <source>Highlight in pink</source>
        <translation>تظليل بالوردي</translation>
    </message>
    <message>
        <source>Highlight in violet</source>
        <translation>تظليل بالبنفسجي</translation>
    </message>
</context>
</TS>
