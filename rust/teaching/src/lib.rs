//! Teaching examples.

pub mod exact;
pub mod fractions;
pub mod logarithms;
pub mod mersenne;
pub mod modular;
pub mod real_roots;
pub mod residues;
pub mod spectra;
pub mod sweep;

contract::puzzles! {
    "teaching/block-table" => block_table,
    "teaching/convolution-redux" => convolution_redux,
    "teaching/critical-points" => critical_points,
    "teaching/decimal-convolution" => decimal_convolution,
    "teaching/discrete-channels" => discrete_channels,
    "teaching/film-strips" => film_strips,
    "teaching/frechet-1" => frechet_1,
    "teaching/frechet-2" => frechet_2,
    "teaching/frechet-3" => frechet_3,
    "teaching/frechet-4" => frechet_4,
    "teaching/gaussian-ode" => gaussian_ode,
    "teaching/genetic-code" => genetic_code,
    "teaching/hello" => hello,
    "teaching/in-the-wild" => in_the_wild,
    "teaching/linear-generative-models" => linear_generative_models,
    "teaching/log-linear-gaussian" => log_linear_gaussian,
    "teaching/matrix-length" => matrix_length,
    "teaching/neurotransmitter-release" => neurotransmitter_release,
    "teaching/pushforward" => pushforward,
    "teaching/quantised-130b" => quantised_130b,
    "teaching/small-network" => small_network,
    "teaching/sparse-coding" => sparse_coding,
    "teaching/square-roots" => square_roots,
    "teaching/surprise-game" => surprise_game,
    "teaching/training-step" => training_step,
    "teaching/which-test" => which_test,
}
