namespace FsmKit.ColdServer;

/// <summary>A time in which the process has no memory left. Everything that brings it to its end was made before, as it could not be made then.</summary>
internal sealed class FullMemory : IDisposable
{
    private readonly GAplic _app;
    private readonly AutoResetEvent _isTaken = new(initialState: false);
    private readonly MemoryHog _hog = new();
    private readonly Action _take;
    private Action _begin = null!;
    private readonly byte[] _answer = [.. "full\n"u8];
    private readonly byte[] _command = new byte[100];

    public FullMemory(GAplic app)
    {
        _app = app;
        _take = Take;
    }

    /// <summary>Takes all memory, begins an action, answers, and gives the memory back at the next command.</summary>
    public void Until(Stream commands, Stream answers, Action begin)
    {
        _begin = begin;
        _app.PostCallback(_take);
        _isTaken.WaitOne();
        answers.Write(_answer);
        _ = commands.Read(_command);
        _hog.GiveBack();
    }

    public void Dispose() => _isTaken.Dispose();

    /// <summary>Takes the memory on the thread of the loop, with all memory that the heap had set aside for that thread.</summary>
    private void Take()
    {
        _hog.Take();
        try
        {
            _begin();
        }
        finally
        {
            _isTaken.Set();
        }
    }
}
