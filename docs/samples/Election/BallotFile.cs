namespace ElectionSample;

/// <summary>Keeps the ballot of one member in a file of eight bytes.</summary>
/// <param name="file">File that outlives the process; <see cref="Stream.Flush"/> makes its bytes safe from a crash.</param>
public sealed class BallotFile(Stream file)
{
    private readonly byte[] _bytes = new byte[8];

    /// <summary>The bug: keeps the term without the vote, so that the next process votes once more in the same term.</summary>
    public bool ForgetsVote { get; init; }

    /// <summary>Reads the ballot; a new file has term 0.</summary>
    public Ballot Read()
    {
        file.Position = 0;
        return file.ReadAtLeast(_bytes, _bytes.Length, throwOnEndOfStream: false) < _bytes.Length
            ? default
            : new Ballot(BitConverter.ToInt32(_bytes, 0), BitConverter.ToInt32(_bytes, 4));
    }

    /// <summary>Writes a ballot. After the return no crash can lose the ballot.</summary>
    public void Write(Ballot ballot)
    {
        BitConverter.TryWriteBytes(_bytes, ballot.Term);
        BitConverter.TryWriteBytes(_bytes.AsSpan(4), ForgetsVote ? 0 : ballot.Vote);
        file.Position = 0;
        file.Write(_bytes);
        file.Flush();
    }
}
