namespace FsmKit.Http;

/// <summary>One field line of a head or of trailers, borrowed from its bytes.</summary>
public readonly ref struct HttpField
{
    internal HttpField(KnownHeader known, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Known = known;
        Name = name;
        Value = value;
    }

    /// <summary>Which name it is, if it is a known one.</summary>
    public KnownHeader Known { get; }

    /// <summary>As it was written; a token.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Without the white space around; any octets but controls, so not necessarily UTF-8 (RFC 9110 §5.5).</summary>
    public ReadOnlySpan<byte> Value { get; }
}
