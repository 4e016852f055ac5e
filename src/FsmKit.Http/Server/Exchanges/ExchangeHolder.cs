namespace FsmKit.Http;

/// <summary>Holders of the objects of an exchange, besides its channel.</summary>
internal enum ExchangeHolder : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A call into the application that has not returned.</summary>
    OnStack,

    /// <summary>A call into the application that has not returned, and the task of a handler that the call has started.</summary>
    Starting,

    /// <summary>The task of a handler.</summary>
    Running,

    /// <summary>The task of a handler that has taken the connection over to another protocol.</summary>
    Aside,

    /// <summary>The application, without end: its call has returned without an answer, and the answer may come at any time.</summary>
    Kept,

    /// <summary>A thread that writes a part of the request's body to a file.</summary>
    Disk,
}
