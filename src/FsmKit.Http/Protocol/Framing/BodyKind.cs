namespace FsmKit.Http;

/// <summary>How the end of a body is known (RFC 9112 §6).</summary>
public enum BodyKind : byte
{
    /// <summary>There is none.</summary>
    None,

    /// <summary><c>Content-Length</c> says it.</summary>
    Length,

    /// <summary><c>Transfer-Encoding: chunked</c>: the last chunk says it.</summary>
    Chunked,

    /// <summary>The end of the connection says it; a response alone.</summary>
    UntilClose,
}
