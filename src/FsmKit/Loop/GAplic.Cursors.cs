namespace FsmKit;

/// <content>Cursors of the running enumerations of children.</content>
public sealed partial class GAplic
{
    private ChildCursor? _freeCursors;

    /// <summary>List of the cursors in use; nearly always empty.</summary>
    internal ChildCursor? Cursors { get; private set; }

    /// <summary>Rents a cursor.</summary>
    internal ChildCursor TakeCursor()
    {
        var cursor = _freeCursors ?? new ChildCursor();
        _freeCursors = cursor.Below;
        cursor.Below = Cursors;
        Cursors = cursor;
        return cursor;
    }

    /// <summary>Returns a cursor, which is nearly always the one that was rented last.</summary>
    internal void GiveBack(ChildCursor cursor)
    {
        cursor.End();
        if (Cursors == cursor)
        {
            Cursors = cursor.Below;
        }
        else
        {
            var above = Cursors;
            while (above is not null && above.Below != cursor)
            {
                above = above.Below;
            }

            above!.Below = cursor.Below;
        }

        cursor.Below = _freeCursors;
        _freeCursors = cursor;
    }
}
