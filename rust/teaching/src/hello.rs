//! Hello: the first program.
//!
//! The names stay one text: `parse` only looks at each byte once, and `part2` lays every
//! greeting into one string that was given room enough beforehand. Nothing else is allocated.

use contract::InvalidInput;

pub fn parse(text: &str) -> Result<&str, InvalidInput> {
    let mut line = 1;
    let mut length = 0;
    for byte in text.bytes() {
        match byte {
            b'\n' if length > 0 => (line, length) = (line + 1, 0),
            0..b' ' | 0x7f => return Err(no_name(line)),
            _ => length += 1,
        }
    }
    if length > 0 { Ok(text) } else { Err(no_name(line)) }
}

fn no_name(line: usize) -> InvalidInput {
    InvalidInput::new(line, "expected a name, without control characters")
}

pub fn part1(_: &str) -> String {
    greet("world")
}

pub fn part2(names: &str) -> String {
    greet(names)
}

/// Greets each line of `names`.
fn greet(names: &str) -> String {
    let lines = 1 + names.bytes().filter(|&byte| byte == b'\n').count();
    let mut greetings = String::with_capacity(names.len() + lines * "Hello, !".len());
    for name in names.split('\n') {
        for word in ["Hello, ", name, "!\n"] {
            greetings.push_str(word);
        }
    }
    greetings.pop();
    greetings
}
