namespace FsmKit.Net;

/// <summary>The connections that cannot be used yet, the oldest first. Each carries its own place, so that nothing is searched.</summary>
internal sealed class UnfinishedList
{
    public int Count { get; private set; }

    public Unfinished? Oldest { get; private set; }

    private Unfinished? Youngest { get; set; }

    /// <summary>Appends it; one that is in the list keeps its place.</summary>
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

    /// <summary>Takes it out; one that is not in the list is left alone.</summary>
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
