//! Functions that are compiled twice: for any machine, and for one with AVX2 and fused products.

/// What the machine that this runs on can do.
#[derive(Clone, Copy)]
pub struct Machine {
    is_wide: bool,
}

impl Machine {
    /// The one that this runs on.
    #[expect(clippy::new_without_default)] // a machine is asked
    pub fn new() -> Self {
        #[cfg(target_arch = "x86_64")]
        let is_wide = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma");
        #[cfg(not(target_arch = "x86_64"))]
        let is_wide = false;
        Self { is_wide }
    }

    /// Does it have AVX2 and fused products?
    pub fn is_wide(self) -> bool {
        self.is_wide
    }
}

/// Makes a method of [`Machine`] of each function, in a trait, which takes the better version. A function's first parameter
/// says whether it may use fused products; what it calls has to be inlined.
#[macro_export]
macro_rules! compiled_twice {
    (trait $trait:ident {
        $(fn $name:ident$(<const $own:ident: $kind:ty>)?($($argument:ident: $type:ty),*) $(-> $found:ty)?;)*
    }) => {
        trait $trait {
            $(fn $name$(<const $own: $kind>)?(self, $($argument: $type),*) $(-> $found)?;)*
        }

        impl $trait for $crate::machine::Machine {
            $(fn $name$(<const $own: $kind>)?(self, $($argument: $type),*) $(-> $found)? {
                #[cfg(target_arch = "x86_64")]
                if self.is_wide() {
                    #[target_feature(enable = "avx2,fma")]
                    unsafe fn wide$(<const $own: $kind>)?($($argument: $type),*) $(-> $found)? {
                        $name::<true, $($own)?>($($argument),*)
                    }
                    // SAFETY: `is_wide` says that the machine has been asked for both features.
                    return unsafe { wide$(::<$own>)?($($argument),*) };
                }
                $name::<false, $($own)?>($($argument),*)
            })*
        }
    };
}
