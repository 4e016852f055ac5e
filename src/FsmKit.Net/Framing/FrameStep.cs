namespace FsmKit.Net;

/// <summary>Result of <see cref="Framing.Read"/>.</summary>
public readonly record struct FrameStep
{
    private FrameStep(FrameStepKind kind, int start, int length, int used, FrameFault fault) =>
        (Kind, Start, Length, Used, Fault) = (kind, start, length, used, fault);

    internal FrameStepKind Kind { get; }

    internal int Start { get; }

    internal int Length { get; }

    /// <summary>Number of bytes that the step has used, from the first byte on.</summary>
    internal int Used { get; }

    internal FrameFault Fault { get; }

    /// <summary>Returns the step for bytes that do not hold a whole frame yet.</summary>
    public static FrameStep Incomplete() => default;

    /// <summary>Returns the step for a whole frame.</summary>
    /// <param name="start">Index of the first byte of the content.</param>
    /// <param name="length">Length of the content in bytes.</param>
    /// <param name="used">Number of bytes of the frame with its prefix and delimiter. Range: more than 0.</param>
    public static FrameStep Frame(int start, int length, int used) => new(FrameStepKind.Frame, start, length, used, default);

    /// <summary>Returns the step for bytes that cannot become a frame. The connection is closed after <see cref="EvFrameFault"/>.</summary>
    public static FrameStep Broken(FrameFault fault) => new(FrameStepKind.Broken, 0, 0, 0, fault);

    /// <summary>Returns the step for bytes that are dropped; the frames behind them are read.</summary>
    /// <param name="used">Number of the dropped bytes. Range: more than 0.</param>
    public static FrameStep Skip(int used) => new(FrameStepKind.Skip, 0, 0, used, default);

    /// <summary>Returns the step for bytes that are dropped and reported with <see cref="EvFrameFault"/>; the frames behind them are read.</summary>
    /// <param name="used">Number of the dropped bytes. Range: more than 0.</param>
    /// <param name="fault">The reported reason.</param>
    public static FrameStep Skip(int used, FrameFault fault) => new(FrameStepKind.SkipAndTell, 0, 0, used, fault);
}

/// <summary>Kind of a <see cref="FrameStep"/>.</summary>
internal enum FrameStepKind : byte
{
    Incomplete,
    Frame,
    Skip,
    SkipAndTell,
    Broken,
}
