namespace FsmKit.Http;

/// <summary>Framings of a body: the marks of its end (RFC 9112 §6).</summary>
public enum BodyKind : byte
{
    /// <summary>No body.</summary>
    None,

    /// <summary><c>Content-Length</c> gives the length.</summary>
    Length,

    /// <summary><c>Transfer-Encoding: chunked</c>: the last chunk marks the end.</summary>
    Chunked,

    /// <summary>The end of the connection marks the end; responses only.</summary>
    UntilClose,
}
