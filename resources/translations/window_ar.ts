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
        <source>Show the text as received</source>
        <translation>اعرض النصّ كما ورد</translation>
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
        <source>My notes page</source>
        <translation>صفحة ملاحظاتي</translation>
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
    <name>Commands</name>
    <message>
        <source>Open this text as a tab to write on it</source>
        <translation>افتح هذا النصّ في تبويب كي تكتب عليه</translation>
    </message>
</context>
<context>
    <name>GotoPopup</name>
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
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
    <name>ShortcutSheet</name>
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
    <name>StatusBar</name>
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
<context>
    <name>UiState</name>
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
</TS>
