<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Qarar</source>
        <translation>حول قرار</translation>
    </message>
    <message>
        <source>Qarar {version}</source>
        <translation>قرار {version}</translation>
    </message>
    <message>
        <source>A reader for the resolutions of the United Nations. It works without a network, changes no text, and keeps what you own in one file on this computer.</source>
        <translation>قارئ لقرارات الأمم المتحدة. يعمل بلا شبكة، ولا يغيّر أي نصّ، ويحفظ ما تملكه في ملف واحد على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Qt and PySide (LGPL), Whoosh (BSD), Amiri and IBM Plex Sans Arabic (OFL), Phosphor icons (MIT).</source>
        <translation>برنامج حر برخصة MIT. فيه Qt وPySide (LGPL) وWhoosh (BSD) وخطّا أميري وIBM Plex Sans Arabic (OFL) وأيقونات Phosphor (MIT).</translation>
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
    <message>
        <source>Stance: support</source>
        <translation>الموقف: تأييد</translation>
    </message>
    <message>
        <source>Stance: amend</source>
        <translation>الموقف: تعديل</translation>
    </message>
    <message>
        <source>Stance: delete</source>
        <translation>الموقف: حذف</translation>
    </message>
    <message>
        <source>Stance: red line</source>
        <translation>الموقف: خط أحمر</translation>
    </message>
    <message>
        <source>Stance: ask capital</source>
        <translation>الموقف: استشارة العاصمة</translation>
    </message>
    <message>
        <source>Stance of another delegation…</source>
        <translation>موقف وفد آخر…</translation>
    </message>
    <message>
        <source>Take the stance back</source>
        <translation>سحب الموقف</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>استيراد ملفات…</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>افتح المثال</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>ابحث في المكتبة</translation>
    </message>
    <message>
        <source>Rebuild the search index</source>
        <translation>أعد بناء فهرس البحث</translation>
    </message>
    <message>
        <source>Close this text</source>
        <translation>أغلق هذا النصّ</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النصّ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy with reference</source>
        <translation>نسخ مع الإحالة</translation>
    </message>
    <message>
        <source>Copy the reference alone</source>
        <translation>نسخ المرجع وحده</translation>
    </message>
    <message>
        <source>Copy the official link</source>
        <translation>نسخ الرابط الرسمي</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>ابحث في هذا النصّ</translation>
    </message>
    <message>
        <source>Find, then next hit</source>
        <translation>ابحث، ثم الموضع التالي</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Search the library for these words</source>
        <translation>البحث في المكتبة عن هذه الكلمات</translation>
    </message>
    <message>
        <source>Search the library for this phrase</source>
        <translation>البحث في المكتبة عن هذه العبارة</translation>
    </message>
    <message>
        <source>Next search result</source>
        <translation>نتيجة البحث التالية</translation>
    </message>
    <message>
        <source>Previous search result</source>
        <translation>نتيجة البحث السابقة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Bookmark this paragraph</source>
        <translation>ضع علامة على هذه الفقرة</translation>
    </message>
    <message>
        <source>Note on these words…</source>
        <translation>ملاحظة على هذه الكلمات…</translation>
    </message>
    <message>
        <source>Highlight…</source>
        <translation>تظليل…</translation>
    </message>
    <message>
        <source>Note on the whole document…</source>
        <translation>ملاحظة على الوثيقة كلها…</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <source>Let the note stand on the selection</source>
        <translation>نقل الملاحظة إلى الكلمات المحددة</translation>
    </message>
    <message>
        <source>Correct the citation…</source>
        <translation>تصويب الاستشهاد…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>My notes page</source>
        <translation>صفحة ملاحظاتي</translation>
    </message>
    <message>
        <source>Show the text as received</source>
        <translation>اعرض النصّ كما ورد</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>انتقال</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Go to a paragraph…</source>
        <translation>اذهب إلى فقرة…</translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation>الفقرة السابقة</translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation>الفقرة التالية</translation>
    </message>
    <message>
        <source>Next footnote marker</source>
        <translation>إشارة الحاشية التالية</translation>
    </message>
    <message>
        <source>Previous footnote marker</source>
        <translation>إشارة الحاشية السابقة</translation>
    </message>
    <message>
        <source>Open the cited instrument beside the text</source>
        <translation>فتح الصك المستشهد به بجانب النص</translation>
    </message>
    <message>
        <source>All cited instruments</source>
        <translation>كل الصكوك المستشهد بها</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوحة السابقة</translation>
    </message>
    <message>
        <source>View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Library page</source>
        <translation>صفحة المكتبة</translation>
    </message>
    <message>
        <source>Outline page</source>
        <translation>صفحة المخطط</translation>
    </message>
    <message>
        <source>Results page</source>
        <translation>صفحة النتائج</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>الشريط الجانبي</translation>
    </message>
    <message>
        <source>Footnotes &amp; sources</source>
        <translation>الحواشي والصكوك</translation>
    </message>
    <message>
        <source>Lock to the current paragraph</source>
        <translation>تثبيت على الفقرة الحالية</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نصّ أكبر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نصّ أصغر</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>حجم النصّ المعتاد</translation>
    </message>
    <message>
        <source>Text and size</source>
        <translation>النصّ والحجم</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>المظهر الداكن</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>القائمة الرئيسية</translation>
    </message>
    <message>
        <source>About Qarar</source>
        <translation>حول قرار</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>Importing {done} of {total}</source>
        <translation>استيراد {done} من {total}</translation>
    </message>
    <message>
        <source>Rebuilding the index</source>
        <translation>يُعاد بناء الفهرس</translation>
    </message>
    <message numerus="yes">
        <source>%n instrument(s) added to the catalogue</source>
        <translation>
            <numerusform>لم تُضف صكوك إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف صك واحد إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف صكّان إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيفت %n صكوك إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف %n صكًّا إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف %n صك إلى فهرس الصكوك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be imported.</source>
        <translation>
            <numerusform>لم يتعذّر استيراد أي ملف.</numerusform>
            <numerusform>تعذّر استيراد ملف واحد.</numerusform>
            <numerusform>تعذّر استيراد ملفين.</numerusform>
            <numerusform>تعذّر استيراد %n ملفات.</numerusform>
            <numerusform>تعذّر استيراد %n ملفًا.</numerusform>
            <numerusform>تعذّر استيراد %n ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>ولا شيء غيرها.</numerusform>
            <numerusform>وملف آخر.</numerusform>
            <numerusform>وملفان آخران.</numerusform>
            <numerusform>و%n ملفات أخرى.</numerusform>
            <numerusform>و%n ملفًا آخر.</numerusform>
            <numerusform>و%n ملف آخر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n file(s) were imported.</source>
        <translation>
            <numerusform>ولم يُستورد غيرها.</numerusform>
            <numerusform>واستُورد الملف الآخر.</numerusform>
            <numerusform>واستُورد الملفان الآخران.</numerusform>
            <numerusform>واستُورد الباقي (%n).</numerusform>
            <numerusform>واستُورد الباقي (%n).</numerusform>
            <numerusform>واستُورد الباقي (%n).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open this text as a tab to write on it</source>
        <translation>افتح هذا النصّ في تبويب كي تكتب عليه</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Bookmark added</source>
        <translation>وُضعت العلامة</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>أُزيلت العلامة</translation>
    </message>
</context>
<context>
    <name>FailureStrip</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>There is no such paragraph in this text.</source>
        <translation>لا توجد هذه الفقرة في هذا النصّ.</translation>
    </message>
    <message>
        <source>Go to a paragraph</source>
        <translation>اذهب إلى فقرة</translation>
    </message>
    <message>
        <source>Label, such as OP17 or PP8</source>
        <translation>رقم الفقرة، مثل ف ١٧ أو OP17</translation>
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
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Next marker, citation or correction of the paragraph</source>
        <translation>الإشارة أو الإحالة أو التصويب التالي في الفقرة</translation>
    </message>
    <message>
        <source>Keep what a marker belongs to lit; again: into its footnote</source>
        <translation>أبقِ ما تتصل به الإشارة مُضاءً؛ ومرة أخرى: إلى حاشيتها</translation>
    </message>
    <message>
        <source>Leave the text for the next pane</source>
        <translation>اترك النصّ إلى اللوحة التالية</translation>
    </message>
    <message>
        <source>Close, then back to the text</source>
        <translation>أغلق، ثم عد إلى النصّ</translation>
    </message>
    <message>
        <source>Menu of what has the keyboard</source>
        <translation>قائمة ما عليه لوحة المفاتيح</translation>
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
    <name>MainWindow</name>
    <message>
        <source>This library cannot be written, so nothing can be imported into it.</source>
        <translation>لا يمكن الكتابة في هذه المكتبة، فلا يُستورد إليها شيء.</translation>
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
    <message>
        <source>row %1: %2</source>
        <translation>الصف %1: %2</translation>
    </message>
    <message>
        <source>row %1, field %2: %3</source>
        <translation>الصف %1، الحقل %2: %3</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>{symbol} is not in the library. Its link was copied.</source>
        <translation>الوثيقة {symbol} ليست في المكتبة. نُسخ رابطها.</translation>
    </message>
    <message>
        <source>{symbol} is not in the library.</source>
        <translation>الوثيقة {symbol} ليست في المكتبة.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>نُسخ الرابط</translation>
    </message>
    <message>
        <source>No link is known for this document.</source>
        <translation>لا يُعرف رابط لهذه الوثيقة.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Removed from the library; undo brings it back, your notes stay</source>
        <translation>أُزيلت من المكتبة؛ التراجع يسترجعها، وملاحظاتك باقية</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Paragraph {label}</source>
        <translation>الفقرة {label}</translation>
    </message>
    <message>
        <source>Paragraph {label} of {count}</source>
        <translation>الفقرة {label} من {count}</translation>
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
    <name>SearchBox</name>
    <message>
        <source>Search the library, or type a symbol such as {symbol}</source>
        <translation>ابحث في المكتبة أو اكتب رمزًا، مثل {symbol}</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>ابحث في المكتبة</translation>
    </message>
    <message>
        <source>Empty the search box</source>
        <translation>أفرغ خانة البحث</translation>
    </message>
</context>
<context>
    <name>Seeking</name>
    <message>
        <source>Search for these words</source>
        <translation>البحث عن هذه الكلمات</translation>
    </message>
    <message>
        <source>Search for this phrase</source>
        <translation>البحث عن هذه العبارة</translation>
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
    <name>Showing</name>
    <message>
        <source>Qarar</source>
        <translation>قرار</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) imported</source>
        <translation>
            <numerusform>لم يُستورد أي ملف</numerusform>
            <numerusform>استُورد ملف واحد</numerusform>
            <numerusform>استُورد ملفان</numerusform>
            <numerusform>استُوردت %n ملفات</numerusform>
            <numerusform>استُورد %n ملفًا</numerusform>
            <numerusform>استُورد %n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message numerus="yes">
        <source>%n corrected reading(s) inside</source>
        <translation>
            <numerusform>بلا قراءات مصوّبة</numerusform>
            <numerusform>فيه قراءة مصوّبة واحدة</numerusform>
            <numerusform>فيه قراءتان مصوّبتان</numerusform>
            <numerusform>فيه %n قراءات مصوّبة</numerusform>
            <numerusform>فيه %n قراءة مصوّبة</numerusform>
            <numerusform>فيه %n قراءة مصوّبة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>ملاحظاتي</translation>
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
    <name>StatusLine</name>
    <message>
        <source>Index ready</source>
        <translation>الفهرس جاهز</translation>
    </message>
    <message>
        <source>Rebuilding the index; search is slower until it is done.</source>
        <translation>يُعاد بناء الفهرس؛ البحث يعمل ببطء حتى يكتمل.</translation>
    </message>
    <message>
        <source>Index out of date</source>
        <translation>الفهرس قديم</translation>
    </message>
    <message>
        <source>Text size {percent}</source>
        <translation>حجم النصّ {percent}</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>حجم النصّ المعتاد</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نصّ أصغر</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نصّ أكبر</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Unofficial text: show the notice</source>
        <translation>نصّ غير رسمي: أظهر التنبيه</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>شريط الحالة</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>لا تصويبات</numerusform>
            <numerusform>تصويب واحد</numerusform>
            <numerusform>تصويبان</numerusform>
            <numerusform>%n تصويبات</numerusform>
            <numerusform>%n تصويبًا</numerusform>
            <numerusform>%n تصويب</numerusform>
        </translation>
    </message>
    <message>
        <source>As received: {corrections} left out</source>
        <translation>كما ورد: دون {corrections}</translation>
    </message>
    <message>
        <source>Show the text as received, without its corrections</source>
        <translation>اعرض النصّ كما ورد، دون تصويباته</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Main menu</source>
        <translation>القائمة الرئيسية</translation>
    </message>
</context>
</TS>
