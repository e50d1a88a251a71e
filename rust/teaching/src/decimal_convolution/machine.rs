//! Functions that are compiled twice: for any machine, and for one with AVX2 and fused products.

#[derive(Clone, Copy)]
pub struct Machine {
    #[cfg(target_arch = "x86_64")]
    pub(super) is_wide: bool,
}

impl Machine {
    /// The one that this runs on.
    pub fn new() -> Self {
        Self {
            #[cfg(target_arch = "x86_64")]
            is_wide: is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"),
        }
    }
}

/// Makes a method of [`Machine`] of each function, which takes the better version. A function's parameter says whether
/// it may use fused products.
macro_rules! compiled_twice {
    ($(fn $name:ident($($argument:ident: $type:ty),*);)*) => {
        impl Machine {
            $(fn $name(self, $($argument: $type),*) {
                #[cfg(target_arch = "x86_64")]
                if self.is_wide {
                    #[target_feature(enable = "avx2,fma")]
                    unsafe fn wide($($argument: $type),*) {
                        $name::<true>($($argument),*)
                    }
                    // SAFETY: `is_wide` says that the machine has been asked for both features.
                    return unsafe { wide($($argument),*) };
                }
                $name::<false>($($argument),*)
            })*
        }
    };
}
pub(super) use compiled_twice;
