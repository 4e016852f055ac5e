using System.Diagnostics;

namespace FsmKit.Net;

/// <summary>Items in order. The links are in the items: adding allocates nothing, and a removal needs no search.</summary>
internal sealed class NodeList<T>
    where T : ListNode<T>
{
    private T? _last;

    public T? First { get; private set; }

    public int Count { get; private set; }

    /// <summary>Appends an item; does nothing if the item is in a list.</summary>
    public void Add(T item)
    {
        if (item.List is not null)
        {
            return;
        }

        (item.List, item.Previous) = (this, _last);
        if (_last is null)
        {
            First = item;
        }
        else
        {
            _last.Next = item;
        }

        _last = item;
        Count++;
    }

    /// <summary>Removes an item; does nothing if the item is not in this list.</summary>
    public void Remove(T item)
    {
        if (item.List != this)
        {
            return;
        }

        var (previous, next) = (item.Previous, item.Next);
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

        (item.List, item.Previous, item.Next) = (null, null, null);
        Count--;
        Debug.Assert((Count == 0) == (First is null), "The count is that of the links.");
    }

    /// <summary>Moves all items of this list before those of another.</summary>
    public void MoveBefore(NodeList<T> other)
    {
        while (other.First is { } item)
        {
            other.Remove(item);
            Add(item);
        }

        (other.First, other._last, other.Count) = (First, _last, Count);
        for (var item = First; item is not null; item = item.Next)
        {
            item.List = other;
        }

        (First, _last, Count) = (null, null, 0);
    }
}
