namespace FsmKit.Http;

/// <summary>One field line of a head or of trailers. It refers to the bytes of its block.</summary>
public readonly ref struct HttpField
{
    internal HttpField(KnownHeader known, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Known = known;
        Name = name;
        Value = value;
    }

    /// <summary>The known name; <see cref="KnownHeader.None"/> for any other.</summary>
    public KnownHeader Known { get; }

    /// <summary>The octets of the name as they were sent: a token.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>
    /// The octets of the value, without white space around it. Without control characters, and not necessarily UTF-8 (RFC 9110 §5.5).
    /// </summary>
    public ReadOnlySpan<byte> Value { get; }
}
