namespace FsmKit.Http;

/// <summary>What a side does.</summary>
internal enum HttpSignal : byte
{
    Request,
    Informational,
    Response,
    Switch,
    Data,
    End,
    Close,
}
