//! Characters that nobody sees.

/// Whether a character leaves no trace on the screen: joiners, direction marks, soft hyphens, fillers, variation
/// selectors and tags (Unicode's default ignorable characters). They come with pasted text.
///
/// ```
/// use chainrule::syntax::is_invisible;
/// assert!(is_invisible('\u{200b}') && !is_invisible(' ') && !is_invisible('x'));
/// ```
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
