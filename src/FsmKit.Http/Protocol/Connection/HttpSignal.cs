namespace FsmKit.Http;

/// <summary>Steps of a side that may move it. Bytes of a body are none: they leave both sides where they are.</summary>
internal enum HttpSignal : byte
{
    Request,
    Informational,
    Response,
    Switch,
    End,
    Close,
}
