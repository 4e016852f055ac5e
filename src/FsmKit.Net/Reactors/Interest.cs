namespace FsmKit.Net;

/// <summary>Readiness that the owner of a stream link watches.</summary>
[Flags]
internal enum Interest : byte
{
    None = 0,
    Read = 1,
    Write = 2,
}
