namespace FsmKit.Http;

/// <summary>Steps of reading the head of a request.</summary>
internal enum HeadStep : byte
{
    /// <summary>No byte has come.</summary>
    Start,

    /// <summary>Inside the request line, or the blank lines before it.</summary>
    Line,

    /// <summary>Inside the field lines.</summary>
    Fields,

    /// <summary>The head is complete and valid.</summary>
    Whole,
}
