using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <content>The rows that hold in each leaf, from the rows as written.</content>
internal sealed partial class MachinePlan
{
    private static List<T>[] Lists<T>(int count)
    {
        var lists = new List<T>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }

    private void Resolve()
    {
        var byScope = new Dictionary<(int Scope, int Input), List<int>>();
        for (var site = 0; site < _model.Rows.Count; site++)
        {
            var row = _model.Rows[site];
            if (row.IsTimeout)
            {
                _timeouts[row.Scope].Add(site);
                _timeoutGuardsLeadBack |= row.GuardLeadsBack;
                _hasSilences |= row.Answer == AnswerKind.Idle;
            }
            else if (row.IsFollowing)
            {
                continue;
            }
            else if (byScope.TryGetValue((row.Scope, row.Input), out var sites))
            {
                sites.Add(site);
            }
            else
            {
                byScope.Add((row.Scope, row.Input), [site]);
            }
        }

        for (var leaf = 0; leaf < Tree.Leaves.Count; leaf++)
        {
            var path = Tree.PathOfLeaf(leaf);
            for (var input = 0; input < _model.Inputs.Count; input++)
            {
                Resolve(leaf, input, [.. path.Reverse(), RowModel.GClass], byScope);
            }

            _timeoutRows[leaf].AddRange(path.SelectMany(state => _timeouts[state]).Select(site => Plan(site, leaf)));
            if (LeafAt(leaf) is { Kind: StateKind.Final, Parent: var completed })
            {
                if (completed < 0)
                {
                    // The machine has ended: nothing follows, not even rows of the class.
                    continue;
                }

                ResolveFollowing(_done[leaf], leaf, AnswerKind.Done, completed);
            }

            foreach (var scope in path.Reverse().Append(RowModel.GClass))
            {
                ResolveFollowing(_always[leaf], leaf, AnswerKind.Always, scope);
            }
        }
    }

    private void ResolveFollowing(List<PlannedRow> rows, int leaf, AnswerKind answer, int scope)
    {
        for (var site = 0; site < _model.Rows.Count; site++)
        {
            // A row without a guard ends the list.
            if (_model.Rows[site] is var row && row.Answer == answer && row.Scope == scope && (rows.Count == 0 || rows[rows.Count - 1].Row.Guard is not null))
            {
                rows.Add(Plan(site, leaf));
            }
        }
    }

    private void Resolve(int leaf, int input, IEnumerable<int> scopes, Dictionary<(int Scope, int Input), List<int>> byScope)
    {
        foreach (var scope in scopes)
        {
            foreach (var site in byScope.TryGetValue((scope, input), out var sites) ? sites : [])
            {
                var row = Plan(site, leaf);
                if (!_ofLeafAndInput.TryGetValue((leaf, input), out var rows))
                {
                    _ofLeafAndInput.Add((leaf, input), rows = []);
                }

                rows.Add(row);
                _ofInput[input].Add(row);
                _guardsLeadBack[input] |= row.Row.GuardLeadsBack;
                if (row.Row.Guard is null)
                {
                    return;
                }
            }
        }
    }

    private PlannedRow Plan(int site, int leaf)
    {
        var model = _model.Rows[site];
        var history = model.Next >= 0 && States[model.Next].IsHistory ? States[model.Next] : null;
        var row = new PlannedRow(Tree, _numbers++, model, site, leaf, history?.Default ?? model.Next);
        _rows.Add(row);
        if (history is not null)
        {
            row.Choices =
            [
                .. Tree.ChoicesOf(model.Next).Select(choice =>
                    (choice.First, choice.Last, new PlannedRow(Tree, _numbers++, model, site, leaf, choice.Target))),
            ];
        }

        return row;
    }
}
