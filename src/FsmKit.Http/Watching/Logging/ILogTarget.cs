namespace FsmKit.Http;

/// <summary>Target of the lines of an access log. Used by the thread of the log only.</summary>
internal interface ILogTarget : IDisposable
{
    /// <summary>Name of the target in messages.</summary>
    string Name { get; }

    /// <summary>Writes whole lines. They are handed to the operating system when the call returns.</summary>
    void Write(ReadOnlySpan<byte> lines);

    /// <summary>Opens the name again; later lines go to the file that has the name now.</summary>
    void Reopen();
}
