import { describe, expect, test } from 'vitest'
import { insert, move, remove } from '../../src/edit/operations.ts'
import { rename } from '../../src/edit/rename.ts'
import { edited, replacements } from '../support/edited.ts'

const TEXT = `! made by hand

global_defs {
    router_id A
}

# web
virtual_server 10.0.0.1 80 {
    lb_algo rr

    # old
    real_server 10.0.1.1 80 {
        weight 1
    }

    # new
    # and fast
    real_server 10.0.1.2 80 {
        weight 2
    } # last
}

virtual_server 10.0.0.2 80 {
    lb_algo rr
}
`

describe('remove', () => {
  test('takes the comments directly above and on the line along, and one of two empty lines', () => {
    expect(edited(TEXT, (c) => remove(c, 'virtual_server[0].real_server[1]'))).toBe(
      TEXT.replace(/\n {4}# new[\s\S]*# last\n/, ''),
    )
  })
  test('leaves a comment that an empty line sets apart', () => {
    expect(edited(TEXT, (c) => remove(c, 'global_defs'))).toBe(TEXT.replace('global_defs {\n    router_id A\n}\n\n', ''))
  })
  test('a first block leaves no empty line at the start', () => {
    expect(edited('global_defs {\n}\n\nvrrp_script s {\n}\n', (c) => remove(c, 'global_defs'))).toBe('vrrp_script s {\n}\n')
  })
  test('the last one leaves no empty line in front of the brace', () => {
    const text = 'vrrp_instance A {\n  interface eth0\n\n  priority 1\n}\n'
    expect(edited(text, (c) => remove(c, 'vrrp_instance[0].priority'))).toBe('vrrp_instance A {\n  interface eth0\n}\n')
  })
  test('all lines of a setting that stands twice', () => {
    const text = 'vrrp_instance A {\n  priority 1\n  interface eth0\n  priority 2\n}\n'
    expect(edited(text, (c) => remove(c, 'vrrp_instance[0].priority'))).toBe('vrrp_instance A {\n  interface eth0\n}\n')
  })
  test('out of a block on one line', () => {
    const text = 'virtual_server 10.0.0.1 80 {\n  real_server 10.0.0.2 80 { weight 1 }\n}\n'
    expect(edited(text, (c) => remove(c, 'virtual_server[0].real_server[0].weight'))).toBe(text.replace(' weight 1', ''))
  })
  test('a last line without a line end', () => {
    expect(edited('global_defs {\n}\nvrrp_script s {\n}', (c) => remove(c, 'vrrp_script'))).toBe('global_defs {\n}')
  })
  test('several words of one line', () => {
    const text = 'global_defs {\n  notification_email { a@x b@x c@x }\n}\n'
    expect(edited(text, (c) => remove(c, 'global_defs.notification_email[0]'))).toBe(text.replace('a@x ', ''))
    expect(edited(text, (c) => remove(c, 'global_defs.notification_email[2]'))).toBe(text.replace(' c@x', ''))
  })
})

describe('insert', () => {
  test('behind the last of a list, set apart as the others are', () => {
    expect(edited(TEXT, (c) => insert(c, 'virtual_server[0].real_server', { address: '10.0.1.3', port: 80, weight: 3 }))).toBe(
      TEXT.replace('# last\n', '# last\n\n    real_server 10.0.1.3 80 {\n        weight 3\n    }\n'),
    )
  })
  test('in front of one, above its comments', () => {
    expect(edited(TEXT, (c) => insert(c, 'virtual_server[0].real_server[0]', { address: '10.0.1.3', port: 80 }))).toBe(
      TEXT.replace('    # old\n', '    real_server 10.0.1.3 80 {\n    }\n\n    # old\n'),
    )
  })
  test('in front of an element given by its words', () => {
    const path = 'virtual_server["10.0.0.1 80"].real_server["10.0.1.2 80"]'
    expect(edited(TEXT, (c) => insert(c, path, { address: '10.0.1.3', port: 80 }))).toBe(
      TEXT.replace('    # new\n', '    real_server 10.0.1.3 80 {\n    }\n\n    # new\n'),
    )
  })
  test('the first of a list that there was none of', () => {
    expect(edited(TEXT, (c) => insert(c, 'virtual_server[1].real_server', { address: '10.0.1.3', port: 80 }))).toBe(
      TEXT.replace(/lb_algo rr\n\}\n$/, 'lb_algo rr\n    real_server 10.0.1.3 80 {\n    }\n}\n'),
    )
  })
  test('an entry of an empty list, without taking a comment for its own', () => {
    const text = 'vrrp_instance A {\n  virtual_ipaddress {\n    # none yet\n  }\n}\n'
    expect(edited(text, (c) => insert(c, 'vrrp_instance[0].virtual_ipaddress', { address: '10.0.0.1' }))).toBe(
      text.replace('yet\n', 'yet\n\n    10.0.0.1\n'),
    )
  })
  test('a word joins the line of the one before it when lines have several', () => {
    const text = 'vrrp_sync_group G {\n  group {\n    A B # both\n  }\n}\n'
    expect(edited(text, (c) => insert(c, 'vrrp_sync_group[0].group', 'C'))).toBe(text.replace('A B', 'A B C'))
    expect(edited(text, (c) => insert(c, 'vrrp_sync_group[0].group[0]', 'C'))).toBe(text.replace('A B', 'C A B'))
  })
  test('a word gets a line of its own when the others have', () => {
    const text = 'vrrp_sync_group G {\n  group {\n    A\n  }\n}\n'
    expect(edited(text, (c) => insert(c, 'vrrp_sync_group[0].group', 'B'))).toBe(text.replace('A\n', 'A\n    B\n'))
  })
  test('a last line without a line end gets none', () => {
    expect(edited('vrrp_script s {\n}', (c) => insert(c, 'vrrp_script', { name: 't', script: '/bin/t' }))).toBe(
      'vrrp_script s {\n}\n\nvrrp_script t {\n    script /bin/t\n}',
    )
  })
  test('a block on one line is unfolded', () => {
    const text = 'vrrp_instance A {\n  track_script { s }\n}\n'
    expect(edited(text, (c) => insert(c, 'vrrp_instance[0].track_script', { name: 't' }))).toBe(
      'vrrp_instance A {\n  track_script {\n    s\n    t\n  }\n}\n',
    )
  })
  test('a setting that is there is not given twice', () => {
    expect(edited(TEXT, (c) => insert(c, 'global_defs.router_id', 'B'))).toBe('edit/already-there')
  })
  test('a keyword that does not belong there is refused', () => {
    expect(edited(TEXT, (c) => insert(c, 'global_defs.weight', 1))).toBe('edit/no-such-place')
  })
  test('a value that the target would not take is refused', () => {
    expect(edited('vrrp_instance A {\n}\n', (c) => insert(c, 'vrrp_instance[0].priority', 999))).toBe('write/invalid')
    expect(edited('global_defs {\n}\n', (c) => insert(c, 'global_defs.router_id', 'a\nb'))).toBe('write/not-expressible')
  })
})

describe('move', () => {
  test('takes comments along', () => {
    expect(edited(TEXT, (c) => move(c, 'virtual_server[0].real_server[1]', 'virtual_server[0].real_server[0]'))).toBe(
      TEXT.replace(/ {4}# old[\s\S]*?\}\n\n/, '').replace(
        '# last\n',
        '# last\n\n    # old\n    real_server 10.0.1.1 80 {\n        weight 1\n    }\n',
      ),
    )
  })
  test('to another block', () => {
    const result = edited(TEXT, (c) => move(c, 'virtual_server[0].real_server[0]', 'virtual_server[1].real_server'))
    expect(result).toBe(
      TEXT.replace(/ {4}# old[\s\S]*?\}\n\n/, '').replace(
        /lb_algo rr\n\}\n$/,
        'lb_algo rr\n    # old\n    real_server 10.0.1.1 80 {\n        weight 1\n    }\n}\n',
      ),
    )
  })
  test('what is no element of a list does not move', () => {
    expect(edited(TEXT, (c) => move(c, 'virtual_server[0].lb_algo', 'virtual_server[1]'))).toBe('edit/no-such-place')
  })
})

describe('rename', () => {
  const vrrp = `vrrp_script chk {
  script /bin/true
}
vrrp_sync_group G {
  group { A B }
}
vrrp_instance A {
  track_script { chk weight 2 }
}
vrrp_instance B {
}
`
  test('follows the name to where it is used', () => {
    expect(replacements(vrrp, (c) => rename(c, 'vrrp_instance["A"]', 'C'))).toEqual(['A → C', 'A → C'])
    expect(replacements(vrrp, (c) => rename(c, 'vrrp_script[0]', 'new'))).toEqual(['chk → new', 'chk → new'])
  })
  test('a name that is taken is refused', () => {
    expect(edited(vrrp, (c) => rename(c, 'vrrp_instance[0]', 'B'))).toBe('edit/name-taken')
  })
  test('what has no name is refused', () => {
    expect(edited(vrrp, (c) => rename(c, 'vrrp_instance[0].track_script[0]', 'B'))).toBe('edit/no-such-place')
  })
})
