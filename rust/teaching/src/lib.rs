//! Teaching examples.

contract::puzzles! {
    "teaching/decimal-convolution" => decimal_convolution,
    "teaching/hello" => hello,
}
