namespace FsmKit.Http;

/// <summary>What a block of field lines is being written for.</summary>
internal enum HeadKind : byte
{
    Request,
    Response,
    Trailers,
}
