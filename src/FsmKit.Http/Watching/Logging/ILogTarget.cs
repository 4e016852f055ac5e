namespace FsmKit.Http;

/// <summary>Where an access log's lines go. The log's own thread alone uses it.</summary>
internal interface ILogTarget : IDisposable
{
    /// <summary>For messages.</summary>
    string Name { get; }

    /// <summary>Writes whole lines, so that they are there when it returns.</summary>
    void Write(ReadOnlySpan<byte> lines);

    /// <summary>What is written from now on goes to the file that has the name now.</summary>
    void Reopen();
}
