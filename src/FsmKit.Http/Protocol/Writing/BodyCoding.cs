using System.Text;

namespace FsmKit.Http;

/// <summary>The transfer codings that an application has applied to a body itself.</summary>
/// <param name="Value">The value of <c>Transfer-Encoding</c>.</param>
/// <param name="EndsInChunks">Whether the last coding is <c>chunked</c>, so that the last chunk ends the body.</param>
internal sealed record BodyCoding(string Value, bool EndsInChunks)
{
    private static readonly BodyCoding Chunked = new("chunked", EndsInChunks: true);

    /// <summary>The value as octets.</summary>
    public byte[] Bytes { get; } = Encoding.ASCII.GetBytes(Value);

    /// <summary>Reads a value.</summary>
    /// <exception cref="ArgumentException">The value is no list of transfer codings, or names <c>chunked</c> twice.</exception>
    public static BodyCoding Parse(string value)
    {
        if (value == Chunked.Value)
        {
            return Chunked;
        }

        var endsInChunks = false;
        return Ascii.IsValid(value) && TransferCodings.AreSendable(Encoding.ASCII.GetBytes(value), out endsInChunks)
            ? new BodyCoding(value, endsInChunks)
            : throw new ArgumentException("Transfer-Encoding is a list of transfer codings with chunked once at most (RFC 9112 §6.1).", nameof(value));
    }
}
