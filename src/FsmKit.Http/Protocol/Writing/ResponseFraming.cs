namespace FsmKit.Http;

/// <summary>How a response's body is framed: by what is known of it, and by what the client understands (RFC 9112 §6).</summary>
internal static class ResponseFraming
{
    public static BodyFraming Choose(int status, bool isHttp11, long? length) =>
        status is 204 or 205 or 304 ? default
        : length is { } known ? new BodyFraming(known == 0 ? BodyKind.None : BodyKind.Length, known)
        : new BodyFraming(isHttp11 ? BodyKind.Chunked : BodyKind.UntilClose);

    /// <summary>Writes the field that says so; 204 must not have one (RFC 9110 §8.6), 304 need not.</summary>
    public static void Write(ref HttpHeadWriter head, int status, BodyFraming framing)
    {
        switch (framing.Kind)
        {
            case BodyKind.None when status is 204 or 304:
            case BodyKind.UntilClose:
                break;
            case BodyKind.Chunked:
                head.Raw("Transfer-Encoding: chunked\r\n"u8);
                break;
            default:
                head.Number("Content-Length: "u8, framing.Length);
                break;
        }
    }
}
