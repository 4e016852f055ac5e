namespace FsmKit.Net;

/// <summary>Requests in order, linked through the requests themselves, so that one in the middle leaves at no cost.</summary>
internal sealed class RequestList
{
    private Request? _last;

    public Request? First { get; private set; }

    public int Count { get; private set; }

    public void AddLast(Request request)
    {
        (request.List, request.Previous, request.Next) = (this, _last, null);
        if (_last is null)
        {
            First = request;
        }
        else
        {
            _last.Next = request;
        }

        _last = request;
        Count++;
    }

    public void Remove(Request request)
    {
        var (previous, next) = (request.Previous, request.Next);
        if (previous is null)
        {
            First = next;
        }
        else
        {
            previous.Next = next;
        }

        if (next is null)
        {
            _last = previous;
        }
        else
        {
            next.Previous = previous;
        }

        (request.List, request.Previous, request.Next) = (null, null, null);
        Count--;
    }

    /// <summary>Moves all requests of this list before those of another.</summary>
    public void MoveBefore(RequestList other)
    {
        while (other.First is { } request)
        {
            other.Remove(request);
            AddLast(request);
        }

        (other.First, other._last, other.Count) = (First, _last, Count);
        for (var request = First; request is not null; request = request.Next)
        {
            request.List = other;
        }

        (First, _last, Count) = (null, null, 0);
    }
}
