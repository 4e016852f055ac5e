namespace FsmKit.Http;

/// <summary>The framing of a body, decided by the head alone (RFC 9112 §6.3). Strict wherever two readers could differ.</summary>
/// <param name="Kind">The mark of its end.</param>
/// <param name="Length">The announced length in bytes; 0 without one.</param>
internal readonly record struct BodyFraming(BodyKind Kind, long Length = 0)
{
    public static HttpFault OfRequest(HttpFields fields, bool isHttp11, bool isStrict, out BodyFraming framing)
    {
        var fault = Declared(fields, isHttp11, isStrict, out framing);
        framing = framing.Kind == BodyKind.UntilClose ? default : framing;
        return fault;
    }

    public static HttpFault OfResponse(
        HttpFields fields, bool isHttp11, int status, KnownMethod method, bool isStrict, out BodyFraming framing)
    {
        framing = default;
        return HasNoBody(status, method) ? default : Declared(fields, isHttp11, isStrict, out framing);
    }

    /// <summary>Writes the framing field; a body that ends with the connection has none.</summary>
    public void WriteField(HeadBuffer head)
    {
        if (Kind == BodyKind.Chunked)
        {
            head.Raw("Transfer-Encoding: chunked\r\n"u8);
        }
        else if (Kind != BodyKind.UntilClose)
        {
            head.Number("Content-Length: "u8, Length);
        }
    }

    /// <summary>Returns whether a response ends with its head, independent of its fields (RFC 9112 §6.3).</summary>
    public static bool HasNoBody(int status, KnownMethod method) =>
        method == KnownMethod.Head || status is < 200 or 204 or 304 || (method == KnownMethod.Connect && status < 300);

    /// <summary>Returns the framing for the body of a response, by its length and the version of the client.</summary>
    /// <param name="status">The status; 204, 205 and 304 have no body.</param>
    /// <param name="isHttp11">Whether the client reads chunks.</param>
    /// <param name="length">The length in bytes; null when unknown.</param>
    public static BodyFraming ForResponse(int status, bool isHttp11, long? length) =>
        status is 204 or 205 or 304 ? default
        : length is { } known ? Known(known)
        : new BodyFraming(isHttp11 ? BodyKind.Chunked : BodyKind.UntilClose);

    /// <summary>Returns the framing for the body of a request; null is an unknown length.</summary>
    public static BodyFraming ForRequest(long? length) => length is { } known ? Known(known) : new BodyFraming(BodyKind.Chunked);

    private static BodyFraming Known(long length) => length == 0 ? default : new BodyFraming(BodyKind.Length, length);

    private static HttpFault Declared(HttpFields fields, bool isHttp11, bool isStrict, out BodyFraming framing)
    {
        framing = new BodyFraming(BodyKind.UntilClose);
        if (fields.Contains(KnownHeader.TransferEncoding))
        {
            framing = new BodyFraming(BodyKind.Chunked);
            return !isHttp11 ? HttpFault.Bad("Transfer-Encoding in HTTP/1.0.")
                : fields.Contains(KnownHeader.ContentLength) ? HttpFault.Bad("Both Content-Length and Transfer-Encoding.")
                : TransferCodings.Check(fields, isStrict);
        }

        if (!fields.TryGet(KnownHeader.ContentLength, out var value))
        {
            return default;
        }

        if (!TryParseLength(value, out var length))
        {
            return HttpFault.Bad(value.ContainsAnyExceptInRange((byte)'0', (byte)'9') || value.IsEmpty
                ? "Content-Length is not one number of digits." : "Content-Length is more than 63 bits hold.");
        }

        if (isStrict && value.Length > 1 && value[0] == '0')
        {
            return HttpFault.Bad("Content-Length has leading zeros.");
        }

        framing = Known(length);
        return default;
    }

    // RFC 9110 §8.6: decimal digits only, without sign and without a list of equal numbers. Leading zeros are allowed.
    private static bool TryParseLength(ReadOnlySpan<byte> value, out long length)
    {
        length = 0;
        foreach (var digit in value)
        {
            if (!Octets.IsDigit(digit) || length > (long.MaxValue - (digit - '0')) / 10)
            {
                return false;
            }

            length = length * 10 + (digit - '0');
        }

        return !value.IsEmpty;
    }
}
