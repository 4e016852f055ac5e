namespace FsmKit.Http;

/// <summary>One field line of a head or of trailers. Name and value refer to the bytes of that head or of those trailers.</summary>
public readonly ref struct HttpField
{
    internal HttpField(KnownHeader known, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Known = known;
        Name = name;
        Value = value;
    }

    /// <summary>The name, if <see cref="KnownHeader"/> lists it; otherwise <see cref="KnownHeader.None"/>.</summary>
    public KnownHeader Known { get; }

    /// <summary>The octets of the name as they were sent: a token.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>
    /// The octets of the value, without white space around it. It has no control character except tab, and is not necessarily UTF-8 (RFC
    /// 9110 §5.5).
    /// </summary>
    public ReadOnlySpan<byte> Value { get; }
}
