namespace FsmKit.Http;

/// <summary>
/// Walks the elements of a comma-separated list (RFC 9110 §5.6.1), trimmed; empty ones are elements too. It knows no quotes.
/// </summary>
internal ref struct ListElements(ReadOnlySpan<byte> list)
{
    private ReadOnlySpan<byte> _rest = list;
    private bool _isOver;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly ListElements GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isOver)
        {
            return false;
        }

        var comma = _rest.IndexOf((byte)',');
        _isOver = comma < 0;
        Current = Octets.Trim(_isOver ? _rest : _rest[..comma]);
        _rest = _isOver ? default : _rest[(comma + 1)..];
        return true;
    }
}
