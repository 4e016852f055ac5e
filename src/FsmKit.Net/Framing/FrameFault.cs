namespace FsmKit.Net;

/// <summary>Reason why received bytes are no frame.</summary>
public enum FrameFault : byte
{
    /// <summary>The frame is longer than the <see cref="Framing"/> allows, or its prefix says so.</summary>
    TooLong,

    /// <summary>The length in the prefix is too small: it includes the prefix and is less than the size of the prefix.</summary>
    BadLength,

    /// <summary>
    /// The bytes break another rule of the protocol. Reported only by classes of the application that derive from <see cref="Framing"/>.
    /// </summary>
    Malformed,
}

/// <summary>Treatment of a line that is longer than allowed (<see cref="Framing.Lines"/>).</summary>
public enum LongLines : byte
{
    /// <summary>The connection is closed after <see cref="EvFrameFault"/>.</summary>
    Close,

    /// <summary>The line is dropped up to its end, and reported by one <see cref="EvFrameFault"/>. The connection continues.</summary>
    Skip,
}

/// <summary>Characters that end a written line. Received lines may have either end.</summary>
public enum LineEnd : byte
{
    /// <summary>LF, one byte.</summary>
    Lf,

    /// <summary>CR and LF, two bytes.</summary>
    CrLf,
}

/// <summary>Order of the bytes of a number.</summary>
public enum ByteOrder : byte
{
    /// <summary>The most significant byte first, the order of the network.</summary>
    BigEndian,

    /// <summary>The least significant byte first.</summary>
    LittleEndian,
}
