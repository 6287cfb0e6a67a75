//! A language: templates by key, and how it counts.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use super::plural::Plural;
use super::pseudo::accented;

/// Stands between the forms of a template.
const BETWEEN_FORMS: &str = " | ";

/// A language to speak. English, the default, has its templates in the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Language {
    /// Its code, as in `lang="de"`; empty for English.
    code: String,
    plural: Plural,
    templates: BTreeMap<String, Vec<String>>,
    is_pseudo: bool,
}

/// A text that is no language file, and the line at which that was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLanguage {
    /// The line, counted from 1.
    pub line: usize,
}

impl fmt::Display for BadLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the language file cannot be read", self.line)
    }
}

impl Language {
    /// The code of English, which is compiled in.
    pub const ENGLISH: &'static str = "en";

    /// The languages there are files for: code, and name in the language itself.
    pub const FILES: &'static [(&'static str, &'static str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

    /// The code of the language that shows what was not translated.
    pub const PSEUDO: &'static str = "x-pseudo";

    /// English in accented letters, 40 % longer and in brackets: what is shown without them escaped
    /// translation, and what does not fit would not fit in German either.
    pub fn pseudo() -> Language {
        Language { code: Language::PSEUDO.into(), is_pseudo: true, ..Language::default() }
    }

    /// The code of the language to speak to a person who prefers this one: the same language, else the
    /// one without the region, `de` for `de-AT`; none where there is no file for it.
    ///
    /// ```
    /// use chainrule::words::Language;
    /// assert_eq!(Language::near("de-AT"), Some("de"));
    /// assert_eq!(Language::near("en-GB"), Some("en"));
    /// assert_eq!(Language::near("tlh"), None);
    /// ```
    pub fn near(code: &str) -> Option<&'static str> {
        let base = code.split('-').next().unwrap_or(code);
        let files = || Language::FILES.iter().map(|(code, _)| *code).chain([Language::ENGLISH, Language::PSEUDO]);
        files().find(|known| *known == code).or_else(|| files().find(|known| *known == base))
    }

    /// Reads a language file. A line is `key = template`, with ` | ` between the forms for different
    /// counts; a line that begins with `#` is a remark; `@code de`, `@name Deutsch` and `@plural n = 1`
    /// say which language it is and how it counts (see the rules in `plural`). Sentences whose keys are
    /// not in the file are spoken in English.
    ///
    /// # Errors
    /// The first line that is none of these, or that has another number of forms than the rule.
    ///
    /// ```
    /// use chainrule::words::{self, Language};
    /// let german = Language::read("@code de\n@plural n = 1\npage.rows = {count} Zeile | {count} Zeilen").unwrap();
    /// words::speak(german);
    /// assert_eq!(words::page::rows(2).text(), "2 Zeilen");
    /// words::speak(Language::default());
    /// ```
    pub fn read(text: &str) -> Result<Language, BadLanguage> {
        let mut language = Language::default();
        for (index, line) in text.lines().enumerate() {
            let bad = BadLanguage { line: index + 1 };
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(rule) = line.strip_prefix("@plural ") {
                language.plural = Plural::read(rule).ok_or(bad)?;
            } else if let Some(code) = line.strip_prefix("@code ") {
                language.code = code.trim().into();
            } else if line.starts_with("@name ") {
                // For the list of languages, which is made when the program is built.
            } else {
                let (key, template) = line.split_once(" = ").ok_or(bad.clone())?;
                let forms: Vec<String> = template.split(BETWEEN_FORMS).map(str::to_owned).collect();
                if forms.len() != 1 && forms.len() != language.plural.len() {
                    return Err(bad);
                }
                language.templates.insert(key.trim().into(), forms);
            }
        }
        Ok(language)
    }

    /// Its code, as in `lang="de"`.
    pub fn code(&self) -> &str {
        if self.code.is_empty() { Language::ENGLISH } else { &self.code }
    }

    /// The keys that it has templates for, with the forms of each.
    pub fn templates(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.templates.iter().map(|(key, forms)| (key.as_str(), forms.as_slice()))
    }

    /// How many forms a template has if it depends on a count.
    pub fn forms(&self) -> usize {
        self.plural.len()
    }

    /// The template of a key, in the form for a count; the English one where there is no other.
    pub(super) fn template<'a>(&'a self, key: &str, english: &[&'a str], count: Option<usize>) -> Cow<'a, str> {
        let form = |plural: &Plural, forms: usize| {
            let form = count.map_or(0, |count| plural.form(count));
            if forms == plural.len() { form } else { 0 }
        };
        match self.templates.get(key) {
            Some(forms) => forms[form(&self.plural, forms.len())].as_str().into(),
            None => {
                let template = english[form(&Plural::default(), english.len())];
                if self.is_pseudo { accented(template).into() } else { template.into() }
            }
        }
    }
}
