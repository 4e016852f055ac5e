using System.Diagnostics.CodeAnalysis;

namespace FsmKit;

/// <summary>Enumerates the children of a gobj that are of one type, for <c>foreach</c>; see <see cref="TypedChildren.Children{T}"/>.</summary>
/// <typeparam name="T">A gclass, or an interface such as <see cref="IAccept{TEvent}"/>.</typeparam>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is gone through, not compared.")]
public readonly struct ChildEnumerable<T>
    where T : class
{
    private readonly GObj _parent;

    internal ChildEnumerable(GObj parent) => _parent = parent;

    /// <summary>Begins an enumeration of the children that exist at this moment.</summary>
    public Enumerator GetEnumerator()
    {
        _parent.RequireLoopThread();
        return new Enumerator(_parent);
    }

    /// <summary>Enumerator of the children. <c>foreach</c> disposes the enumerator; other callers must call <see cref="Dispose"/>.</summary>
    [SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is gone through, not compared.")]
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "As the enumerators of .NET's collections.")]
    public struct Enumerator : IDisposable
    {
        private readonly GAplic _gaplic;
        private readonly GObj.ChildCursor _cursor;
        private readonly int _use;

        internal Enumerator(GObj parent)
        {
            _gaplic = parent.Gaplic;
            _cursor = _gaplic.TakeCursor();
            _use = _cursor.Use;
            _cursor.Begin(parent);
            Current = null!;
        }

        /// <summary>The current child.</summary>
        public T Current { get; private set; }

        /// <summary>Advances to the next child that has the type <c>T</c> and is not destroyed.</summary>
        /// <returns>False when there is no further child.</returns>
        public bool MoveNext()
        {
            while (_use == _cursor.Use && _cursor.Take() is { } child)
            {
                if (child is T wanted)
                {
                    Current = wanted;
                    return true;
                }
            }

            return false;
        }

        /// <summary>Ends the enumeration.</summary>
        public readonly void Dispose()
        {
            if (_use == _cursor.Use)
            {
                _gaplic.GiveBack(_cursor);
            }
        }
    }
}
