namespace FsmKit.Net;

/// <summary>Received bytes of one connection that no frame has used yet, and the rule for the next frame.</summary>
internal sealed class FrameInput
{
    private const int NoBlock = -1;
    private PooledBytes _held;
    private Framing? _framing;
    private int _memory;
    private int _block = NoBlock;

    /// <summary>Rule for the frames; null for bytes without frames.</summary>
    public Framing? Framing
    {
        get => _framing;
        set => (_framing, _memory, _block) = (value, 0, NoBlock);
    }

    /// <summary>Whether the bytes are delivered as they come.</summary>
    public bool IsRaw => _framing is null && _block == NoBlock;

    /// <summary>Whether the next frame needs no byte.</summary>
    public bool IsEmptyBlock => _block == 0;

    /// <summary>Whether frames are being delivered.</summary>
    public bool IsDelivering { get; set; }

    /// <summary>Whether answers wait for those to the frames behind, so that all answers to one read are one send.</summary>
    public bool IsCorked { get; set; }

    /// <summary>Whether answers have waited and are not sent yet.</summary>
    public bool HasCorked { get; set; }

    /// <summary>Whether the delivery of held bytes is on its way; nothing is read until then.</summary>
    public bool IsDue { get; set; }

    /// <summary>Number of bytes that wait.</summary>
    public int HeldCount => _held.Count;

    /// <summary>Makes the next frame a block of <paramref name="length"/> bytes.</summary>
    public void Expect(int length) => (_block, _memory) = (length, 0);

    /// <summary>Keeps a copy of bytes behind those that wait.</summary>
    public void Hold(ReadOnlySpan<byte> bytes) => _held.Add(bytes);

    /// <summary>Takes the waiting bytes out, so that an action that ends the connection does not free the memory of the frame that it handles.</summary>
    public PooledBytes TakeHeld()
    {
        var held = _held;
        _held = default;
        return held;
    }

    /// <summary>Puts back what <see cref="TakeHeld"/> has taken.</summary>
    public void PutHeld(PooledBytes held) => _held = held;

    /// <summary>Forgets the bytes and the position in them; the rule stays.</summary>
    public void Clear()
    {
        _held.Clear();
        (_memory, _block, IsDue, HasCorked) = (0, NoBlock, false, false);
    }

    /// <summary>Looks for a frame at the beginning of the bytes. After an incomplete one, the next call has the same bytes and more behind them.</summary>
    /// <exception cref="InvalidOperationException">The framing of the application has used no byte, or bytes that are not there.</exception>
    public FrameStep Read(ReadOnlySpan<byte> bytes)
    {
        if (_block >= 0)
        {
            return ReadBlock(bytes.Length);
        }

        var step = _framing!.Read(bytes, ref _memory);
        if (step.Kind == FrameStepKind.Incomplete)
        {
            return bytes.Length > _framing.MaxHeld ? FrameStep.Broken(FrameFault.TooLong) : step;
        }

        if (step.Kind == FrameStepKind.Frame)
        {
            _memory = 0;
            if (step.Used > _framing.MaxHeld + 1L)
            {
                // In more reads, the frame would have been too long before its last byte. The reads must not make a difference.
                return FrameStep.Broken(FrameFault.TooLong);
            }
        }

        return step.Kind == FrameStepKind.Broken || IsPossible(step, bytes.Length) ? step : throw new InvalidOperationException(
            $"{_framing.GetType().Name} has read from {bytes.Length} bytes: {step.Kind}, used {step.Used}, content {step.Length} from {step.Start} on. A step uses at least one byte, and only bytes that are there.");
    }

    private static bool IsPossible(in FrameStep step, int count) =>
        step.Used > 0 && step.Used <= count && step.Start >= 0 && step.Length >= 0 && step.Start <= step.Used - step.Length;

    private FrameStep ReadBlock(int count)
    {
        var length = _block;
        if (count < length)
        {
            return FrameStep.Incomplete();
        }

        _block = NoBlock;
        return FrameStep.Frame(0, length, length);
    }
}
