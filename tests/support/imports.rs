//! Which file of a folder imports which: a reading of `use` and of paths, exact enough for the style of this crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A module by its path below the folder: `["run", "termination"]`; the path of the folder's own module
/// is empty.
type Module = Vec<String>;

/// The modules of a folder, read once.
pub struct Folder {
    name: String,
    files: BTreeMap<Module, File>,
}

#[derive(Default)]
struct File {
    /// What stands outside of `use` items, without comments, strings and tests.
    code: String,
    uses: Vec<Use>,
}

/// One name that a `use` brings in; a glob's is `*`.
struct Use {
    path: Vec<String>,
    name: String,
    public: bool,
}

impl Folder {
    pub fn read(root: &Path, name: &str) -> Folder {
        let mut folder = Folder { name: name.to_owned(), files: BTreeMap::new() };
        folder.add(&root.join(name), Vec::new());
        folder
    }

    fn add(&mut self, path: &Path, module: Module) {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            let mut inner = module.clone();
            if stem != "mod" {
                inner.push(stem);
            }
            match path.is_dir() {
                true => self.add(&path, inner),
                false if path.extension().is_some_and(|extension| extension == "rs") => {
                    self.files.insert(inner, File::read(&fs::read_to_string(&path).unwrap()));
                }
                false => {}
            }
        }
    }

    /// The files that each file needs.
    pub fn imports(&self) -> BTreeMap<String, BTreeSet<String>> {
        let title = |module: &Module| [std::slice::from_ref(&self.name), module.as_slice()].concat().join("/");
        let needs = |(module, file): (&Module, &File)| {
            let needed: BTreeSet<String> = self
                .needed(module, file)
                .into_iter()
                .filter(|other| other != module)
                .map(|other| title(&other))
                .collect();
            (title(module), needed)
        };
        self.files.iter().map(needs).collect()
    }

    fn needed(&self, module: &Module, file: &File) -> BTreeSet<Module> {
        // A re-export does not count as a use.
        let used = file.uses.iter().filter(|used| !used.public || word_at(&file.code, &used.name).is_some());
        let mut written: Vec<Vec<String>> = used.map(|used| used.path.clone()).collect();
        for path in paths(&file.code) {
            // `plot::Options` after `use super::plot`.
            let alias = file.uses.iter().find(|used| used.name == path[0]);
            written.push(alias.map_or(path.clone(), |used| [&used.path, &path[1..]].concat()));
        }
        let all = file.uses.iter().filter(|used| used.name == "*" && !used.public);
        let all = all.filter_map(|used| Some(self.walk(module, &used.path)?.0));
        written.iter().filter_map(|path| self.home(module, path, 0)).chain(all).collect()
    }

    /// The module to which a path leads, and what of the path lies in it; none if that is elsewhere.
    fn walk<'p>(&self, from: &Module, path: &'p [String]) -> Option<(Module, &'p [String])> {
        let (mut at, mut rest) = match path.first()?.as_str() {
            "crate" if path.get(1)? == &self.name => (Module::new(), &path[2..]),
            "self" => (from.clone(), &path[1..]),
            "super" if !from.is_empty() => (from[..from.len() - 1].to_vec(), &path[1..]),
            first if self.files.contains_key(&[from.as_slice(), &[first.to_owned()]].concat()) => (from.clone(), path),
            _ => return None,
        };
        while let [first, tail @ ..] = rest {
            let inner = [at.as_slice(), std::slice::from_ref(first)].concat();
            if first == "super" {
                at.pop()?;
            } else if self.files.contains_key(&inner) {
                at = inner;
            } else {
                break;
            }
            rest = tail;
        }
        Some((at, rest))
    }

    /// The module in which the thing that a path names is written; none if that is elsewhere, or if it is a
    /// module itself, of which only what is used counts.
    fn home(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let (at, rest) = self.walk(from, path)?;
        let name = rest.first().filter(|_| depth < 8)?;
        // A re-exported item is defined elsewhere.
        let file = &self.files[&at];
        if !defines(&file.code, name) {
            let by_name = file.uses.iter().find(|used| used.name == *name);
            if let Some(used) = by_name {
                return self.home(&at, &used.path, depth + 1);
            }
            for glob in file.uses.iter().filter(|used| used.name == "*") {
                let thing = [glob.path.as_slice(), std::slice::from_ref(name)].concat();
                let inner = self.home(&at, &thing, depth + 1);
                if let Some(inner) = inner.filter(|inner| defines(&self.files[inner].code, name)) {
                    return Some(inner);
                }
            }
        }
        Some(at)
    }
}

impl File {
    fn read(text: &str) -> File {
        let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let bare = without_scopes(&without_comments_and_strings(text));
        let mut file = File::default();
        for item in bare.split_inclusive(';') {
            let start = word_at(item, "use").filter(|_| item.ends_with(';'));
            match start {
                Some(start) => {
                    let (before, tree) = item.split_at(start);
                    let (before, public) = match before.rfind("pub") {
                        Some(at) if !before[at..].contains(['{', '}']) => (&before[..at], true),
                        _ => (before, false),
                    };
                    file.code += before;
                    let tree: String =
                        tree["use".len()..tree.len() - 1].split_whitespace().collect::<Vec<_>>().join(" ");
                    expand(&tree, &mut Vec::new(), &mut |path, name| {
                        file.uses.push(Use { path: path.to_vec(), name: name.to_owned(), public });
                    });
                }
                // `mod name;` is no use of a thing of that name.
                None => {
                    file.code += item.rsplit_once("mod ").filter(|(_, name)| is_declared(name)).map_or(item, |at| at.0)
                }
            }
        }
        file
    }
}

/// Calls `found` with each path of a `use` tree and the name it gets here.
fn expand(tree: &str, before: &mut Vec<String>, found: &mut dyn FnMut(&[String], &str)) {
    let tree = tree.trim();
    let length = before.len();
    match tree.split_once('{') {
        Some((head, list)) if head.trim().is_empty() || head.trim_end().ends_with("::") => {
            before.extend(head.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned));
            let list = &list[..list.rfind('}').unwrap_or(list.len())];
            let (mut depth, mut start) = (0, 0);
            for (at, char) in list.char_indices().chain([(list.len(), ',')]) {
                match char {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        if !list[start..at].trim().is_empty() {
                            expand(&list[start..at], before, found);
                        }
                        start = at + 1;
                    }
                    _ => {}
                }
            }
        }
        _ => {
            let (path, alias) = tree.split_once(" as ").map_or((tree, None), |(path, alias)| (path, Some(alias)));
            before.extend(path.split("::").map(|part| part.trim().to_owned()));
            let last = before.pop().unwrap_or_default();
            if last != "self" && last != "*" {
                before.push(last.clone());
            }
            let own = if last == "self" { before.last().cloned().unwrap_or_default() } else { last };
            found(before, alias.unwrap_or(&own).trim());
        }
    }
    before.truncate(length);
}

/// The paths in code: `super::x::y`, `child::f`.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_path = |char: char| char.is_alphanumeric() || char == '_' || char == ':';
    let words = code.split(|char: char| !is_path(char)).filter(|word| word.contains("::"));
    words.map(|word| word.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()).collect()
}

/// Whether code defines something of this name.
fn defines(code: &str, name: &str) -> bool {
    let kinds = ["fn", "struct", "enum", "trait", "const", "static", "type", "macro_rules!"];
    kinds.iter().any(|kind| {
        code.match_indices(&format!("{kind} {name}")).any(|(at, found)| {
            let after = code[at + found.len()..].chars().next();
            after.is_none_or(|char| !char.is_alphanumeric() && char != '_')
        })
    })
}

/// The position of a word in a text.
fn word_at(text: &str, word: &str) -> Option<usize> {
    let is_part = |char: char| char.is_alphanumeric() || char == '_';
    text.match_indices(word).map(|(at, _)| at).find(|&at| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

fn without_comments_and_strings(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut quoted = false;
        let mut chars = line.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '/' if !quoted && chars.peek() == Some(&'/') => break,
                '\\' if quoted => _ = chars.next(),
                '\'' if !quoted && chars.clone().nth(1) == Some('\'') => {
                    chars.next();
                    chars.next();
                }
                '"' => quoted = !quoted,
                _ if quoted => {}
                char => out.push(char),
            }
        }
        out.push('\n');
    }
    out
}

/// Without the `(in crate::app)` of a visibility, which imports nothing.
fn without_scopes(code: &str) -> String {
    let mut parts = code.split("pub(in ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |code, part| code + "pub" + part.split_once(')').map_or("", |(_, rest)| rest))
}

/// Whether what follows a `mod` is a name and a semicolon.
fn is_declared(name: &str) -> bool {
    name.strip_suffix(';').is_some_and(|name| name.chars().all(|char| char.is_alphanumeric() || char == '_'))
}

/// The circles of an import graph: groups of files in which each file needs every other one.
pub fn circles(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<String>> {
    let reached = |from: &String| {
        let mut seen = BTreeSet::new();
        let mut work: Vec<&String> = imports[from].iter().collect();
        while let Some(file) = work.pop() {
            if seen.insert(file.clone()) {
                work.extend(&imports[file]);
            }
        }
        seen
    };
    let all: BTreeMap<&String, BTreeSet<String>> = imports.keys().map(|file| (file, reached(file))).collect();
    let mut circles: Vec<BTreeSet<String>> = Vec::new();
    for (file, reached) in &all {
        if reached.contains(*file) && !circles.iter().any(|circle| circle.contains(*file)) {
            circles.push(reached.iter().filter(|other| all[other].contains(*file)).cloned().collect());
        }
    }
    circles
}
