namespace FsmKit.Http;

/// <summary>Kinds of blocks of field lines that are written.</summary>
internal enum HeadKind : byte
{
    Request,
    Response,
    Trailers,
}
