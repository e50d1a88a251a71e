{-# LANGUAGE ForeignFunctionInterface #-}
{-# LANGUAGE MagicHash #-}
{-# LANGUAGE UnliftedFFITypes #-}

-- | Runs a solution: timed, nothing left lazy, and whatever it throws caught.
module Threefold.Run (Outcome (..), run) where

import Control.Concurrent.MVar (MVar, newMVar, withMVar)
import Control.DeepSeq (NFData, force)
import Control.Exception (SomeException (..), displayException, evaluate, try)
import Data.ByteString (ByteString)
import Data.Char (isSpace)
import Data.List (dropWhileEnd)
import Data.Word (Word64)
import GHC.Clock (getMonotonicTimeNSec)
import GHC.Conc (ThreadId, mkWeakThreadId, myThreadId)
import GHC.Exts (Weak#)
import GHC.Weak (Weak (..))
import System.IO.Unsafe (unsafePerformIO)
import Threefold.Contract

-- | How a call ended.
data Outcome
  = -- | Answers, and the nanoseconds of parse, part 1 and part 2.
    Solved ByteString (Maybe ByteString) (Word64, Word64, Word64)
  | Invalid InvalidInput
  | Without Word64 NoAnswer
  | Failed String

-- | Solves a text. Any exception of a solution, stack and heap exhaustion included, becomes
-- 'Failed'.
run :: Solution -> Text -> IO Outcome
run (Solution parse part1 part2) text = guarded $ do
  (parsed, parseNs) <- timed (parse text)
  case parsed of
    Left invalid -> pure (Invalid invalid)
    Right input -> part 1 part1 input $ \a part1Ns ->
      case part2 of
        Nothing -> pure (Solved a Nothing (parseNs, part1Ns, 0))
        Just second -> part 2 second input $ \b part2Ns ->
          pure (Solved a (Just b) (parseNs, part1Ns, part2Ns))
  where
    part number solve input next =
      timed (solve input) >>= \(result, ns) ->
        either (pure . Without number) (`next` ns) result

-- | The value with nothing left lazy in it, and the nanoseconds that it took.
timed :: (NFData a) => a -> IO (a, Word64)
timed value = do
  start <- getMonotonicTimeNSec
  done <- evaluate (force value)
  end <- getMonotonicTimeNSec
  pure (done, end - start)
{-# NOINLINE timed #-}

-- | One solution runs at a time, so that heap exhaustion has one thread to be thrown to.
running :: MVar ()
-- unsafe: made once, as it is not inlined
running = unsafePerformIO (newMVar ())
{-# NOINLINE running #-}

-- The runtime throws HeapOverflow to its main thread, which a guest library lacks.
foreign import ccall unsafe "rts_setMainThread" setMainThread :: Weak# ThreadId -> IO ()

guarded :: IO Outcome -> IO Outcome
guarded action = withMVar running $ \() -> do
  Weak thread <- myThreadId >>= mkWeakThreadId
  setMainThread thread
  try action >>= \case
    Right outcome -> pure outcome
    -- What is inside: from GHC 9.10 on, the outside shows where it was thrown, too.
    Left (SomeException exception) -> Failed <$> evaluate (force (trimmed (displayException exception)))
  where
    trimmed = dropWhileEnd isSpace -- GHC 9.10 ends what it shows with a line end
