namespace FsmKit.Net;

/// <summary>Linked list of the unfinished connections, the oldest first. The links are in the items, so that a removal needs no search.</summary>
internal sealed class UnfinishedList
{
    public int Count { get; private set; }

    public Unfinished? Oldest { get; private set; }

    private Unfinished? Youngest { get; set; }

    /// <summary>Appends a connection; does nothing if it is in a list.</summary>
    public void Add(Unfinished unfinished)
    {
        if (unfinished.List is not null)
        {
            return;
        }

        (unfinished.List, unfinished.Older) = (this, Youngest);
        if (Youngest is null)
        {
            Oldest = unfinished;
        }
        else
        {
            Youngest.Younger = unfinished;
        }

        Youngest = unfinished;
        Count++;
    }

    /// <summary>Removes a connection; does nothing if it is not in this list.</summary>
    public void Remove(Unfinished unfinished)
    {
        if (unfinished.List != this)
        {
            return;
        }

        var (older, younger) = (unfinished.Older, unfinished.Younger);
        if (older is null)
        {
            Oldest = younger;
        }
        else
        {
            older.Younger = younger;
        }

        if (younger is null)
        {
            Youngest = older;
        }
        else
        {
            younger.Older = older;
        }

        (unfinished.List, unfinished.Older, unfinished.Younger) = (null, null, null);
        Count--;
    }
}
