namespace FsmKit.Net;

/// <summary>What the owner of a stream link wants to be told of.</summary>
[Flags]
internal enum Interest : byte
{
    None = 0,
    Read = 1,
    Write = 2,
}
