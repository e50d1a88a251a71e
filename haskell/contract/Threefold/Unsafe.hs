{-# LANGUAGE CPP #-}

-- | Indexing without a check, which the flag @checked@ gives back: @nox -s checked@.
--
-- Whoever calls one of these says in the same line or the one before why the place exists:
--
-- > -- unsafe: place < side * side, as both coordinates are below side
-- > unsafeRead depths place
module Threefold.Unsafe (unsafeIndex, unsafeRead, unsafeWrite, unsafeModify) where

import Control.Monad.ST (ST)
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Generic.Mutable as M

unsafeIndex :: (G.Vector v a) => v a -> Int -> a
unsafeRead :: (M.MVector v a) => v s a -> Int -> ST s a
unsafeWrite :: (M.MVector v a) => v s a -> Int -> a -> ST s ()
unsafeModify :: (M.MVector v a) => v s a -> (a -> a) -> Int -> ST s ()
#ifdef CHECKED
unsafeIndex = (G.!)
unsafeRead = M.read
unsafeWrite = M.write
unsafeModify = M.modify
#else
unsafeIndex = G.unsafeIndex
unsafeRead = M.unsafeRead
unsafeWrite = M.unsafeWrite
unsafeModify = M.unsafeModify
#endif
{-# INLINE unsafeIndex #-}

{-# INLINE unsafeRead #-}

{-# INLINE unsafeWrite #-}

{-# INLINE unsafeModify #-}
