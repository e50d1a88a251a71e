/* GHC's runtime as a guest in another program. */

#include <HsFFI.h>
#include <Rts.h>
#include <stdlib.h>

/* Starts it, once. `options` is a command line of RTS flags, such as "-M4g -K1g"; it must
   live as long as the process. */
void threefold_start(const char *options) {
    RtsConfig config = defaultRtsConfig;
    config.rts_opts_enabled = RtsOptsAll;
    config.rts_opts = options;
    hs_init_ghc(NULL, NULL, config);
}

/* Frees the texts of a result that lie at an address; needs no Haskell, and so no crossing. */
void threefold_free(void *texts) {
    free(texts);
}
