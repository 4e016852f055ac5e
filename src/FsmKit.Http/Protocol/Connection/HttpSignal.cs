namespace FsmKit.Http;

/// <summary>Steps of a side that may move it. Bytes of a body are no signal, because they change neither side.</summary>
internal enum HttpSignal : byte
{
    Request,
    Informational,
    Response,
    Switch,
    End,
    Close,
}
