namespace FsmKit.Http;

/// <summary>How far the reading of a request's head is.</summary>
internal enum HeadStep : byte
{
    /// <summary>Nothing has come.</summary>
    Start,

    /// <summary>Inside the request line, or the blank lines before it.</summary>
    Line,

    /// <summary>Inside the field lines.</summary>
    Fields,

    /// <summary>All of it is there, and good.</summary>
    Whole,
}
